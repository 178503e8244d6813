import * as encoding from 'lib0/encoding';

export type Part =
  | number
  | string
  | Uint8Array
  | { readonly byte: number }
  | { readonly any: unknown };

/** Writes an update by hand: numbers as varUint, texts as varString, bytes as they are. */
export function bytes(...parts: readonly Part[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else if (typeof part === 'string') encoding.writeVarString(encoder, part);
      else if (part instanceof Uint8Array) encoding.writeUint8Array(encoder, part);
      else if ('byte' in part) encoding.writeUint8(encoder, part.byte);
      else encoding.writeAny(encoder, part.any as Parameters<typeof encoding.writeAny>[1]);
    }
  });
}

export const byte = (value: number): Part => ({ byte: value });
export const any = (value: unknown): Part => ({ any: value });

/** An update with one block and no deletions. */
export const oneBlock = (
  structs: number,
  client: number,
  clock: number,
  ...body: Part[]
): Uint8Array => bytes(1, structs, client, clock, ...body, 0);

/** An item at the start of root type `text`. */
export const rootItem = (content: number, ...body: Part[]): Uint8Array =>
  oneBlock(1, 1, 0, byte(content), 1, 'text', ...body);
