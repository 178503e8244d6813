import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import { MalformedFrame } from './malformed-frame.ts';
import { readUint } from './read-uint.ts';

/**
 * The y-websocket wire, byte for byte, and our one extension message.
 *
 *     frame     = varUint(type) body
 *     sync      = 0  varUint(0 step 1 | 1 step 2 | 2 update)  varBytes
 *     presence  = 1  varBytes(awareness update)
 *     auth      = 2  varUint(0 denied)  varString(reason)
 *     query     = 3
 *     extension = 110  varUint(kind)  body             only with `?ext=1`
 *
 * Source: y-protocols `PROTOCOL.md`, `sync.js`, `auth.js`; y-websocket 3.1.0 `src/y-websocket.js`.
 */
export const MessageType = {
  sync: 0,
  presence: 1,
  auth: 2,
  queryPresence: 3,
  extension: 110,
} as const;

const SyncType = { step1: 0, step2: 1, update: 2 } as const;

export type Frame =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'step2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'presence'; readonly presence: Uint8Array }
  | { readonly type: 'queryPresence' }
  | { readonly type: 'auth'; readonly reason: string }
  | { readonly type: 'extension'; readonly body: Uint8Array };

/**
 * Reads one frame. The byte arrays in the result are views into `bytes`.
 *
 * @throws {MalformedFrame} on truncation, bytes left over, or a type that is not in the grammar.
 */
export function decodeFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes);
  const frame = readWhole(decoder);
  if (decoding.hasContent(decoder)) throw new MalformedFrame('bytes left over after the message');
  return frame;
}

function readWhole(decoder: decoding.Decoder): Frame {
  try {
    return readFrame(decoder);
  } catch (cause) {
    if (cause instanceof MalformedFrame) throw cause;
    throw new MalformedFrame('truncated or invalid message', { cause });
  }
}

function readFrame(decoder: decoding.Decoder): Frame {
  const type = readUint(decoder);
  switch (type) {
    case MessageType.sync:
      return readSync(decoder);
    case MessageType.presence:
      return { type: 'presence', presence: decoding.readVarUint8Array(decoder) };
    case MessageType.auth:
      if (readUint(decoder) !== 0) throw new MalformedFrame('unknown auth message');
      return { type: 'auth', reason: decoding.readVarString(decoder) };
    case MessageType.queryPresence:
      return { type: 'queryPresence' };
    case MessageType.extension:
      return { type: 'extension', body: decoding.readTailAsUint8Array(decoder) };
    default:
      throw new MalformedFrame(`unknown message type ${type}`);
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const type = readUint(decoder);
  switch (type) {
    case SyncType.step1:
      return { type: 'step1', stateVector: decoding.readVarUint8Array(decoder) };
    case SyncType.step2:
      return { type: 'step2', update: decoding.readVarUint8Array(decoder) };
    case SyncType.update:
      return { type: 'update', update: decoding.readVarUint8Array(decoder) };
    default:
      throw new MalformedFrame(`unknown sync message ${type}`);
  }
}

/** Sync step 1: "this is what I have; send me the rest." */
export const step1Frame = (stateVector: Uint8Array): Uint8Array =>
  encode(MessageType.sync, SyncType.step1, stateVector);

/** Sync step 2: the answer to a step 1. */
export const step2Frame = (update: Uint8Array): Uint8Array =>
  encode(MessageType.sync, SyncType.step2, update);

/** An update as it happens. */
export const updateFrame = (update: Uint8Array): Uint8Array =>
  encode(MessageType.sync, SyncType.update, update);

/** An awareness update, see `presence.ts`. */
export const presenceFrame = (presence: Uint8Array): Uint8Array =>
  encode(MessageType.presence, null, presence);

/** Asks for everybody's presence. */
export const queryPresenceFrame = (): Uint8Array => new Uint8Array([MessageType.queryPresence]);

function encode(type: number, subtype: number | null, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  if (subtype !== null) encoding.writeVarUint(encoder, subtype);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}
