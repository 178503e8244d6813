import { defaultRoomSettings, type RoomSettings } from '@indelible/sync';

/** All times in milliseconds, all sizes in bytes. */
export interface RoomsSettings {
  readonly room: RoomSettings;
  /** The number in HELLO; 0 for documents whose schema is not ours. */
  readonly schema: number;
  /** A commit starts this long after the last entry … */
  readonly debounce: number;
  /** … but at most this long after the first one that is not on disk. */
  readonly maxWait: number;
  /** A failed commit is tried again after this, twice this, four times this, … */
  readonly retryFirst: number;
  readonly retryMost: number;
  /** With more than this not on disk, sessions are closed until it is. 0 turns it off. */
  readonly maxUnsaved: number;
  /** A document that was quiet for this long is compacted. */
  readonly settleAfter: number;
  /** So is one that everybody left this long ago; not at once, because who reloads a page leaves for a moment. */
  readonly settleLeft: number;
  /** So is one with this many rows since its snapshot, quiet or not. */
  readonly settleRows: number;
  /** A room without sessions closes after this … */
  readonly closeAfter: number;
  /** … or sooner if all of them together are larger than this, those first that were left first. 0 turns it off. */
  readonly maxIdle: number;
  /** A compaction that takes longer is given up. */
  readonly compactTimeout: number;
  /** So is working out what somebody lacks of a large document. */
  readonly diffTimeout: number;
}

export const defaultRoomsSettings: RoomsSettings = {
  room: defaultRoomSettings,
  schema: 0,
  debounce: 100,
  maxWait: 500,
  retryFirst: 250,
  retryMost: 5_000,
  maxUnsaved: 256 * 1024 * 1024,
  settleAfter: 30_000,
  settleLeft: 1_000,
  settleRows: 1_000,
  closeAfter: 30_000,
  maxIdle: 64 * 1024 * 1024,
  compactTimeout: 30_000,
  diffTimeout: 30_000,
};
