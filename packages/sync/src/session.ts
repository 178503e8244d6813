import type { Role } from '@indelible/protocol';

import type { Claim } from './claim.ts';
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
  /** What it said about its copy, if anything. */
  readonly claim?: Claim;
}

/** A room's record of one session. */
export interface Session extends Omit<Access, 'claim'> {
  readonly id: SessionId;
  /** It is told how far what it was sent is on disk. */
  readonly hasPlaces: boolean;
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

export const newSession = (id: SessionId, { role, author, extended, claim }: Access): Session => ({
  role,
  author,
  extended,
  hasPlaces: extended && claim !== undefined && claim.place !== null,
  id,
  cursor: null,
  isWaiting: false,
  slow: false,
  client: null,
  requests: new SaveRequests(),
});
