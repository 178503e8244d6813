import * as encoding from 'lib0/encoding';

/** Something to write: a number as varUint, a text as varString, bytes as they are. */
export type Part = number | string | Uint8Array | readonly Part[];

/** Writes what nobody who means well would write. */
export function wire(...parts: readonly Part[]): Uint8Array {
  return encoding.encode((encoder) => {
    const write = (part: Part): void => {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else if (typeof part === 'string') encoding.writeVarString(encoder, part);
      else if (part instanceof Uint8Array) encoding.writeUint8Array(encoder, part);
      else for (const inner of part) write(inner);
    };
    write(parts);
  });
}

export const byte = (value: number): Uint8Array => new Uint8Array([value]);

/** Bytes with their length before them. */
export const sized = (bytes: Uint8Array): Part => [bytes.length, bytes];

/** An update with one block of one client, and no deletions. */
export const oneBlock = (structs: number, client: number, clock: number, body: Part): Uint8Array =>
  wire(1, structs, client, clock, body, 0);

/** An item at the start of root type `text`. */
export const rootItem = (client: number, content: number, ...body: readonly Part[]): Uint8Array =>
  oneBlock(1, client, 0, [byte(content), 1, 'text', body]);
