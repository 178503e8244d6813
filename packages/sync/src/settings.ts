import type { WireLimits } from '@indelible/protocol';

/** All times in milliseconds, all sizes in bytes; 0 turns a limit off. */
export interface RoomSettings {
  /**
   * A busy room delivers updates at most this often; an idle one at once. A full one takes longer, see
   * `deliverSlowest`.
   */
  readonly deliverEvery: number;
  /** How slow delivery may become as a room fills. */
  readonly deliverSlowest: number;
  /** Presence is delivered at most this often. */
  readonly presenceEvery: number;
  /** Bytes of presence a second that go to each session; where more changes, each change waits longer. */
  readonly presencePerSecond: number;
  /** The same for all sessions of a room together: in a full one each gets less. */
  readonly presencePerRoom: number;
  /** A presence message longer than this is dropped. */
  readonly maxPresence: number;
  /** A document that has grown past this takes no more updates. */
  readonly maxDocument: number;
  /** What somebody lacks of a document that is larger than this is not worked out between two keystrokes. */
  readonly diffInline: number;
  /** An update in which more Yjs clients than this write for the first time is refused. */
  readonly maxNewClients: number;
  /** Updates that wait for something they build on, per session. More closes the session. */
  readonly maxHeld: number;
  /** What somebody who is behind is sent at once, unless a single update is longer. */
  readonly maxPiece: number;
  readonly limits: WireLimits;
}

export const defaultRoomSettings: RoomSettings = {
  deliverEvery: 15,
  deliverSlowest: 50,
  presenceEvery: 50,
  presencePerSecond: 128 * 1024,
  presencePerRoom: 32 * 1024 * 1024,
  maxPresence: 64 * 1024,
  maxDocument: 64 * 1024 * 1024,
  diffInline: 512 * 1024,
  maxNewClients: 10_000,
  maxHeld: 1024 * 1024,
  maxPiece: 1024 * 1024,
  limits: { frame: 16 * 1024 * 1024, update: 16 * 1024 * 1024 },
};
