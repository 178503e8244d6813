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
 *     place   = 5  varString(place) varUint(0 | 1 clean)   only if the client has said `from`
 *     hello   = 6  as 0, then varUint(0 | 1 resumed)       in its place if the client has said `from`
 *
 * `saved n` means: everything this connection sent before `barrier n` has been committed to disk.
 *
 * **Gates.** A client may say in the URL which `schema` it knows and of which `epoch` its copy is. It is
 * turned away (4426, 4409) before anything else is said to it if the document's schema is newer, or the
 * epoch another. A second hello tells of the epoch that a document gets with its first commit.
 *
 * **Resuming.** `place p` means: everything through `p` in the document's log on disk has been sent on this
 * connection; if `clean`, all that was sent is on disk. What `p` says is the server's business. A client
 * with `&from=` is told its places, and with `&epoch=E&from=p` asks to go on from there. If hello says
 * `resumed`, the next step 2 has what came after `p`, the server does not ask for a step 1, and the client
 * sends as an update what it has and may not be on the server's disk: its own work that is not
 * acknowledged, and what it was told since and was not followed by a clean place, or by two places of one
 * connection. Otherwise hello is followed by the usual step 1, as from a server that knows no places.
 */
export type Extension =
  | {
      readonly type: 'hello';
      /** Changes when the document was wiped or restored: an older local copy must not be merged. */
      readonly epoch: string;
      readonly schema: number;
      readonly role: Role;
      readonly limits: WireLimits;
      /** Only what came after the client's place follows. Left out where there are no places. */
      readonly resumed?: boolean;
    }
  | { readonly type: 'barrier'; readonly n: number }
  | { readonly type: 'saved'; readonly n: number }
  | { readonly type: 'reject'; readonly n: number; readonly reason: string }
  | { readonly type: 'status'; readonly status: ServerStatus; readonly retryMs: number }
  | { readonly type: 'place'; readonly place: string; readonly clean: boolean };

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

const Kind = {
  hello: 0,
  barrier: 1,
  saved: 2,
  reject: 3,
  status: 4,
  place: 5,
  helloFrom: 6,
} as const;

const FLAGS: readonly boolean[] = [false, true];

/** Encodes a whole frame, type 110 included. */
export function extensionFrame(message: Extension): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageType.extension);
  encoding.writeVarUint(encoder, kindOf(message));
  switch (message.type) {
    case 'hello':
      encoding.writeVarString(encoder, message.epoch);
      encoding.writeVarUint(encoder, message.schema);
      encoding.writeVarUint(encoder, roles.indexOf(message.role));
      encoding.writeVarUint(encoder, message.limits.frame);
      encoding.writeVarUint(encoder, message.limits.update);
      if (message.resumed !== undefined) encoding.writeVarUint(encoder, Number(message.resumed));
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
    case 'place':
      encoding.writeVarString(encoder, message.place);
      encoding.writeVarUint(encoder, Number(message.clean));
      break;
  }
  return encoding.toUint8Array(encoder);
}

const kindOf = (message: Extension): number =>
  message.type === 'hello' && message.resumed !== undefined ? Kind.helloFrom : Kind[message.type];

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
    case Kind.helloFrom:
      return {
        type: 'hello',
        epoch: decoding.readVarString(decoder),
        schema: readUint(decoder),
        role: pick(roles, readUint(decoder)),
        limits: { frame: readUint(decoder), update: readUint(decoder) },
        ...(kind === Kind.helloFrom && { resumed: pick(FLAGS, readUint(decoder)) }),
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
    case Kind.place:
      return {
        type: 'place',
        place: decoding.readVarString(decoder),
        clean: pick(FLAGS, readUint(decoder)),
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
