import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import { MalformedFrame } from './malformed-frame.ts';
import { readUint } from './read-uint.ts';

/**
 * One person's presence on the wire. The state stays what it was sent as: UTF-8 JSON, which the server
 * checks and passes on as it is.
 *
 *     awareness update = varUint(count)  { varUint(client) varUint(clock) varBytes(JSON) }
 *
 * Source: y-protocols 1.0.7 `awareness.js`, `encodeAwarenessUpdate`.
 */
export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  readonly state: Uint8Array;
}

/** The JSON text `null`: the client is gone. */
const GONE = new Uint8Array([0x6e, 0x75, 0x6c, 0x6c]);

/** True for an entry that says its client has left. */
export const isGone = ({ state }: PresenceEntry): boolean =>
  state.length === GONE.length && state.every((byte, index) => byte === GONE[index]);

/**
 * The entry by which a client is taken away on its behalf: `null` at its last clock is enough to remove
 * it, and leaves the next clock free for the client itself.
 */
export const goneEntry = (client: number, clock: number): PresenceEntry => ({
  client,
  clock,
  state: GONE,
});

/**
 * Reads the entries of an awareness update; each `state` is a view into `bytes`.
 *
 * @throws {MalformedFrame} on truncation, bytes left over, or more than `limit` entries.
 */
export function decodePresence(bytes: Uint8Array, limit: number): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const entries: PresenceEntry[] = [];
  try {
    const count = readUint(decoder);
    if (count > limit) throw new MalformedFrame(`${count} presence entries; at most ${limit}`);
    for (let i = 0; i < count; i++) {
      const client = readUint(decoder);
      const clock = readUint(decoder);
      entries.push({ client, clock, state: decoding.readVarUint8Array(decoder) });
    }
  } catch (cause) {
    if (cause instanceof MalformedFrame) throw cause;
    throw new MalformedFrame('truncated presence', { cause });
  }
  if (decoding.hasContent(decoder)) throw new MalformedFrame('bytes left over after presence');
  return entries;
}

/** Encodes an awareness update; with no entries it is the message that keeps a quiet line awake. */
export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint8Array(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}
