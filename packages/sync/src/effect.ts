import type { CloseCode } from '@indelible/protocol';

import type { RoomLimit } from './limit.ts';
import type { Position } from './room-log.ts';

declare const brand: unique symbol;

/** One connection in a room. */
export type SessionId = number & { readonly [brand]: 'SessionId' };

/** What a room wants done. The shell does them in order. */
export type Effect =
  /** The same bytes for each of these. */
  | { readonly type: 'send'; readonly to: readonly SessionId[]; readonly frame: Uint8Array }
  /** The session has left the room; nothing more will be sent to it. */
  | {
      readonly type: 'close';
      readonly session: SessionId;
      readonly code: CloseCode;
      readonly reason: string;
    }
  /** A session has sent more than the room takes of something. To be counted. */
  | { readonly type: 'limited'; readonly limit: RoomLimit }
  /** A diff that would hold everybody up: `diffParts` of this goes to `Room.answered`. */
  | {
      readonly type: 'diff';
      readonly session: SessionId;
      readonly parts: readonly Uint8Array[];
      readonly stateVector: Uint8Array;
      readonly through: Position;
    };
