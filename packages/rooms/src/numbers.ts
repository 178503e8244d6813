import { MessageType, type DocumentId } from '@indelible/protocol';

/** One attempt to bring everything that was unsaved to disk in one transaction. */
export interface Commit {
  /** Milliseconds since 1970: when it began. */
  readonly at: number;
  /** How long it took; whole milliseconds. */
  readonly duration: number;
  readonly documents: number;
  /** Entries of the rooms' logs … */
  readonly updates: number;
  /** … merged into so many rows … */
  readonly rows: number;
  /** … of so many bytes. */
  readonly bytes: number;
  /** Why it failed, or null if it is on disk. */
  readonly error: string | null;
}

/** A document with entries that are not on disk. */
export interface DirtyDocument {
  readonly document: DocumentId;
  /** Milliseconds since 1970: when the oldest of them came in. */
  readonly since: number;
}

/** The autosave, for those who watch it. */
export interface Autosave {
  /** False from a failed commit until one that works. */
  readonly isHealthy: boolean;
  /** Milliseconds from the last entry, and at most from the first unsaved one, to a commit. */
  readonly interval: { readonly debounce: number; readonly maxWait: number };
  dirty(): readonly DirtyDocument[];
  /** Tells of every commit from now on, failed ones included. */
  onCommit(listener: (commit: Commit) => void): void;
}

/** What has happened since the start; only ever grows. */
export interface RoomsTotals {
  /** Entries that were appended to rooms' logs. */
  readonly entries: number;
  /** The same, each counted once for every other session that was there. */
  readonly entriesDue: number;
  /** Update frames handed to lines; fewer than `entriesDue` where entries were merged. */
  readonly updatesSent: number;
  readonly compactions: number;
  /** A document that could not be folded, or a snapshot that could not be stored. */
  readonly compactionsFailed: number;
}

/** What there is now, and what has happened. */
export interface RoomsNumbers extends RoomsTotals {
  readonly rooms: number;
  readonly sessions: number;
  /** Bytes of entries that are not on disk. */
  readonly unsavedBytes: number;
}

/** The totals while they are counted. */
export type RunningTotals = { -readonly [Name in keyof RoomsTotals]: number };

export const newTotals = (): RunningTotals => ({
  entries: 0,
  entriesDue: 0,
  updatesSent: 0,
  compactions: 0,
  compactionsFailed: 0,
});

/** Adds up what open rooms have. */
export const sumRooms = (
  totals: RoomsTotals,
  rooms: readonly { readonly sessions: number; readonly unsavedBytes: number }[],
): RoomsNumbers => ({
  ...totals,
  rooms: rooms.length,
  sessions: rooms.reduce((sum, room) => sum + room.sessions, 0),
  unsavedBytes: rooms.reduce((sum, room) => sum + room.unsavedBytes, 0),
});

/** Not step 1 and not step 2, which answers somebody who asked. */
export const isUpdateFrame = (frame: Uint8Array): boolean =>
  frame[0] === MessageType.sync && frame[1] === 2;
