import type { WireLimits } from '@indelible/protocol';

/** All times in milliseconds, all sizes in bytes; 0 turns a limit off. */
export interface RoomSettings {
  /** A busy room delivers updates at most this often; an idle one at once. */
  readonly deliverEvery: number;
  /** The same for presence. */
  readonly presenceEvery: number;
  /** A presence message longer than this is dropped. */
  readonly maxPresence: number;
  /** A document that has grown past this takes no more updates. */
  readonly maxDocument: number;
  /** Updates that wait for something they build on, per session. More closes the session. */
  readonly maxHeld: number;
  readonly limits: WireLimits;
}

export const defaultRoomSettings: RoomSettings = {
  deliverEvery: 15,
  presenceEvery: 50,
  maxPresence: 64 * 1024,
  maxDocument: 64 * 1024 * 1024,
  maxHeld: 1024 * 1024,
  limits: { frame: 16 * 1024 * 1024, update: 16 * 1024 * 1024 },
};
