import * as encoding from 'lib0/encoding';

/** Contents of an item by its first byte: a string, and the flag that says "after another item". */
const STRING = 4;
const HAS_ORIGIN = 0b1000_0000;
const ROOT_NAME = 1;

/**
 * One typed letter as an update of format V1, without a `Y.Doc`: letter number `clock` of `client`, after
 * the one before it, in a root text of the client's own. So no update waits for anybody else's.
 */
export function letterUpdate(client: number, clock: number, letter: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  if (clock === 0) {
    encoding.writeUint8(encoder, STRING);
    encoding.writeVarUint(encoder, ROOT_NAME);
    encoding.writeVarString(encoder, rootName(client));
  } else {
    encoding.writeUint8(encoder, STRING | HAS_ORIGIN);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock - 1);
  }
  encoding.writeVarString(encoder, letter);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** The root text that a client types into. */
export const rootName = (client: number): string => `text-${client}`;

/** An update that says nothing: the answer of somebody who has nothing new. */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0]);
