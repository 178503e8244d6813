import type { DocumentId } from '@indelible/protocol';

import type { CatalogEntry } from '../catalog.ts';
import type { Content } from '../search/search.ts';
import type { LoggedUpdate, Seq, Snapshot } from '../update-log.ts';

/** What outlives a memory store: hand it to the next one to "reopen the same file". */
export interface MemoryDisk {
  readonly documents: Map<DocumentId, MemoryDocument>;
  readonly catalog: Map<DocumentId, MemoryEntry>;
  readonly searched: Map<DocumentId, MemoryContent>;
}

export interface MemoryDocument {
  readonly epoch: string;
  /** All rows ever appended; row n is at n − 1. */
  readonly rows: LoggedUpdate[];
  /** Oldest first, at most two. */
  snapshots: readonly MemorySnapshot[];
}

export interface MemorySnapshot extends Snapshot {
  readonly damaged: boolean;
}

export interface MemoryEntry extends CatalogEntry {
  /** Milliseconds since 1970; null while the document is in the list. */
  readonly removedAt: number | null;
}

export interface MemoryContent extends Content {
  readonly seq: Seq;
}

/** An empty disk. */
export const createMemoryDisk = (): MemoryDisk => ({
  documents: new Map(),
  catalog: new Map(),
  searched: new Map(),
});

/** Last edited first, the later made before the earlier; deleted ones left out. */
export function listEntries(disk: MemoryDisk): CatalogEntry[] {
  const newestFirst = [...disk.catalog.values()].reverse();
  return newestFirst
    .filter(({ removedAt }) => removedAt === null)
    .sort((a, b) => b.editedAt - a.editedAt)
    .map(({ id, title, createdAt, editedAt }) => ({ id, title, createdAt, editedAt }));
}

/** Makes the newest snapshot of a document unreadable, as a flipped bit would. */
export function damageNewestSnapshot(disk: MemoryDisk, id: DocumentId): void {
  const document = disk.documents.get(id);
  const newest = document?.snapshots.at(-1);
  if (!document || !newest) throw new Error(`${id} has no snapshot to damage`);
  document.snapshots = [...document.snapshots.slice(0, -1), { ...newest, damaged: true }];
}
