import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import { MessageType } from './frame.ts';
import { MalformedFrame } from './malformed-frame.ts';
import { readUint } from './read-uint.ts';

/**
 * The extension message (type 110), spoken only with a client that connected with `?ext=1`, because
 * a stock client logs an error for every message type it does not know.
 *
 *     hello   = 0  varString(epoch) varUint(schema) varUint(role) varUint(max frame) varUint(max update)
 *     barrier = 1  varUint(n)                              from the client
 *     saved   = 2  varUint(n)
 *     reject  = 3  varUint(n) varString(reason)
 *     status  = 4  varUint(0 ok | 1 degraded | 2 draining) varUint(retry after, ms)
 *
 * `saved n` means: everything this connection sent before `barrier n` has been committed to disk.
 */
export type Extension =
  | {
      readonly type: 'hello';
      /** Changes when the document was wiped or restored: an older local copy must not be merged. */
      readonly epoch: string;
      readonly schema: number;
      readonly role: Role;
      readonly limits: WireLimits;
    }
  | { readonly type: 'barrier'; readonly n: number }
  | { readonly type: 'saved'; readonly n: number }
  | { readonly type: 'reject'; readonly n: number; readonly reason: string }
  | { readonly type: 'status'; readonly status: ServerStatus; readonly retryMs: number };

export const roles = ['reader', 'writer'] as const;
export type Role = (typeof roles)[number];

/** `degraded`: the server can't write at the moment. `draining`: it is about to go; come back after `retryMs`. */
export const serverStatuses = ['ok', 'degraded', 'draining'] as const;
export type ServerStatus = (typeof serverStatuses)[number];

export interface WireLimits {
  /** Bytes. A longer frame closes the connection with 1009. */
  readonly frame: number;
  /** Bytes. A longer update closes the connection with 4400. */
  readonly update: number;
}

const Kind = { hello: 0, barrier: 1, saved: 2, reject: 3, status: 4 } as const;

/** Encodes a whole frame, type 110 included. */
export function extensionFrame(message: Extension): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageType.extension);
  encoding.writeVarUint(encoder, Kind[message.type]);
  switch (message.type) {
    case 'hello':
      encoding.writeVarString(encoder, message.epoch);
      encoding.writeVarUint(encoder, message.schema);
      encoding.writeVarUint(encoder, roles.indexOf(message.role));
      encoding.writeVarUint(encoder, message.limits.frame);
      encoding.writeVarUint(encoder, message.limits.update);
      break;
    case 'barrier':
    case 'saved':
      encoding.writeVarUint(encoder, message.n);
      break;
    case 'reject':
      encoding.writeVarUint(encoder, message.n);
      encoding.writeVarString(encoder, message.reason);
      break;
    case 'status':
      encoding.writeVarUint(encoder, serverStatuses.indexOf(message.status));
      encoding.writeVarUint(encoder, message.retryMs);
      break;
  }
  return encoding.toUint8Array(encoder);
}

/**
 * Decodes the body of an extension frame (what `decodeFrame` returns as `body`).
 *
 * @throws {MalformedFrame}
 */
export function decodeExtension(body: Uint8Array): Extension {
  const decoder = decoding.createDecoder(body);
  let message: Extension;
  try {
    message = readExtension(decoder);
  } catch (cause) {
    if (cause instanceof MalformedFrame) throw cause;
    throw new MalformedFrame('truncated extension message', { cause });
  }
  if (decoding.hasContent(decoder)) throw new MalformedFrame('bytes left over after the message');
  return message;
}

function readExtension(decoder: decoding.Decoder): Extension {
  const kind = readUint(decoder);
  switch (kind) {
    case Kind.hello:
      return {
        type: 'hello',
        epoch: decoding.readVarString(decoder),
        schema: readUint(decoder),
        role: pick(roles, readUint(decoder)),
        limits: { frame: readUint(decoder), update: readUint(decoder) },
      };
    case Kind.barrier:
      return { type: 'barrier', n: readUint(decoder) };
    case Kind.saved:
      return { type: 'saved', n: readUint(decoder) };
    case Kind.reject:
      return {
        type: 'reject',
        n: readUint(decoder),
        reason: decoding.readVarString(decoder),
      };
    case Kind.status:
      return {
        type: 'status',
        status: pick(serverStatuses, readUint(decoder)),
        retryMs: readUint(decoder),
      };
    default:
      throw new MalformedFrame(`unknown extension message ${kind}`);
  }
}

function pick<T>(from: readonly T[], index: number): T {
  const value = from[index];
  if (value === undefined) throw new MalformedFrame(`value ${index} is out of range`);
  return value;
}
