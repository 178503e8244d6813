import type { Role } from '@indelible/protocol';

import type { SessionId } from './effect.ts';
import type { Position } from './room-log.ts';
import type { UpdateMeta } from './update-scan.ts';

/** Who comes in, and what they may do. */
export interface Access {
  readonly role: Role;
  /** Written beside everything that comes from this session. */
  readonly author: string;
  /** Speaks our extension messages. */
  readonly extended: boolean;
}

/** An update that builds on something which is not there yet. */
export interface HeldUpdate {
  readonly update: Uint8Array;
  readonly meta: UpdateMeta;
}

/** What a client wants acknowledged; `position` is null while an update of its session is held. */
interface Barrier {
  readonly n: number;
  position: Position | null;
}

/** A room's record of one session. */
export interface Session extends Access {
  readonly id: SessionId;
  /** Everything through here was sent; null until the client has said what it has. */
  cursor: Position | null;
  /** Its line is full: nothing is sent until it has drained. */
  slow: boolean;
  /** The Yjs client whose presence it speaks for. */
  client: number | null;
  readonly barriers: Barrier[];
  readonly held: HeldUpdate[];
  heldBytes: number;
}

export const newSession = (id: SessionId, access: Access): Session => ({
  ...access,
  id,
  cursor: null,
  slow: false,
  client: null,
  barriers: [],
  held: [],
  heldBytes: 0,
});
