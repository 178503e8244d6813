import type { Role } from '@indelible/protocol';

import type { SessionId } from './effect.ts';
import type { Position } from './room-log.ts';
import { SaveRequests } from './save-requests.ts';

/** Who comes in, and what they may do. */
export interface Access {
  readonly role: Role;
  /** Written beside everything that comes from this session. */
  readonly author: string;
  /** Speaks our extension messages. */
  readonly extended: boolean;
}

/** A room's record of one session. */
export interface Session extends Access {
  readonly id: SessionId;
  /** Everything through here was sent; null until the client has said what it has. */
  cursor: Position | null;
  /** What it lacks is being worked out elsewhere. */
  isWaiting: boolean;
  /** Its line is full: nothing is sent until it has drained. */
  slow: boolean;
  /** The Yjs client whose presence it speaks for. */
  client: number | null;
  readonly requests: SaveRequests;
}

export const newSession = (id: SessionId, access: Access): Session => ({
  ...access,
  id,
  cursor: null,
  isWaiting: false,
  slow: false,
  client: null,
  requests: new SaveRequests(),
});
