import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import { readUint } from '@indelible/protocol';

import { MalformedUpdate } from './malformed-update.ts';

/** Per client, one past the last clock that is there. */
export type StateVector = Map<number, number>;

/**
 * Reads an encoded state vector.
 *
 *     stateVector = varUint(clients) { varUint(client) varUint(clock) }
 *
 * @throws {MalformedUpdate}
 */
export function decodeStateVector(bytes: Uint8Array): StateVector {
  const decoder = decoding.createDecoder(bytes);
  const vector: StateVector = new Map();
  try {
    for (let clients = readUint(decoder); clients > 0; clients--) {
      vector.set(readUint(decoder), readUint(decoder));
    }
  } catch (cause) {
    throw new MalformedUpdate('truncated state vector', { cause });
  }
  if (decoding.hasContent(decoder)) throw new MalformedUpdate('bytes left over');
  return vector;
}

export function encodeStateVector(vector: StateVector): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, vector.size);
  for (const [client, clock] of [...vector].toSorted(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  }
  return encoding.toUint8Array(encoder);
}
