import { MessageType, type DocumentId } from '@indelible/protocol';
import type { RoomLimit } from '@indelible/sync';

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
  /** How often somebody sent more than a room takes, by what it was. */
  readonly limits: ReadonlyMap<RoomLimit, number>;
}

/** What there is now, and what has happened. */
export interface RoomsNumbers extends RoomsTotals {
  readonly rooms: number;
  readonly sessions: number;
  /** Bytes of entries that are not on disk. */
  readonly unsavedBytes: number;
  /** Bytes of updates that wait for something they build on. */
  readonly heldBytes: number;
  /** Bytes of all open documents … */
  readonly documentBytes: number;
  /** … and of those among them in which nobody is. */
  readonly idleBytes: number;
  /** Open documents that could not be folded and are served from their rows. */
  readonly quarantined: number;
}

/** What one open room has. */
interface RoomNumbers {
  readonly sessions: number;
  readonly unsavedBytes: number;
  readonly heldBytes: number;
  readonly bytes: number;
  readonly isQuarantined: boolean;
}

/** The totals while they are counted. */
export type RunningTotals = {
  -readonly [Name in Exclude<keyof RoomsTotals, 'limits'>]: number;
} & { readonly limits: Map<RoomLimit, number> };

export const newTotals = (): RunningTotals => ({
  entries: 0,
  entriesDue: 0,
  updatesSent: 0,
  compactions: 0,
  compactionsFailed: 0,
  limits: new Map(),
});

/** Adds up what open rooms have. */
export function sumRooms(
  totals: RoomsTotals,
  rooms: readonly RoomNumbers[],
  idleBytes: number,
): RoomsNumbers {
  const sum = (of: (room: RoomNumbers) => number): number =>
    rooms.reduce((total, room) => total + of(room), 0);
  return {
    ...totals,
    rooms: rooms.length,
    sessions: sum(({ sessions }) => sessions),
    unsavedBytes: sum(({ unsavedBytes }) => unsavedBytes),
    heldBytes: sum(({ heldBytes }) => heldBytes),
    documentBytes: sum(({ bytes }) => bytes),
    idleBytes,
    quarantined: sum(({ isQuarantined }) => Number(isQuarantined)),
  };
}

/** Not step 1 and not step 2, which answers somebody who asked. */
export const isUpdateFrame = (frame: Uint8Array): boolean =>
  frame[0] === MessageType.sync && frame[1] === 2;
