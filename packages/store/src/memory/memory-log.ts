import type { DocumentId } from '@indelible/protocol';

import { assertFoldable, assertStorable } from '../storable.ts';
import type {
  Append,
  Appended,
  Compaction,
  LoggedUpdate,
  Seq,
  Snapshot,
  StoredDocument,
  UpdateLog,
} from '../update-log.ts';
import type { RunUnderFaults } from './faults.ts';
import type { MemoryDisk, MemoryDocument } from './memory-disk.ts';

/** The update log of a memory store. */
export function createMemoryLog(
  disk: MemoryDisk,
  run: RunUnderFaults,
): Omit<UpdateLog, keyof AsyncDisposable> {
  return {
    load: (document) => run('load', () => load(disk, document)),
    append(batch) {
      const copy = batch.map(copyOf);
      return run('append', () => appendRows(disk, copy));
    },
    readAfter: (document, seq) =>
      run(
        'readAfter',
        () =>
          disk.documents
            .get(document)
            ?.rows.filter((row) => row.seq > seq)
            .map(copyOf) ?? [],
      ),
    compact(document, expected, snapshot) {
      const copy = { ...snapshot, ...copyOfSnapshot(snapshot) };
      return run('compact', () => compact(disk, document, expected, copy));
    },
  };
}

/** Appends within whatever "transaction" the caller is in: everything is checked before anything changes. */
export function appendRows(disk: MemoryDisk, batch: readonly Append[]): Appended[] {
  assertStorable(batch);
  return batch.map(({ epoch: wanted, ...row }) => {
    if (isOver(disk, row.document, wanted))
      return { document: row.document, epoch: null, seq: null };
    const { epoch, rows } = documentOf(disk, row.document);
    const seq = rows.length + 1;
    rows.push({ ...row, seq });
    return { document: row.document, epoch, seq };
  });
}

const isOver = (disk: MemoryDisk, id: DocumentId, epoch: string | undefined): boolean =>
  epoch !== undefined && disk.documents.get(id)?.epoch !== epoch;

function documentOf(disk: MemoryDisk, id: DocumentId): MemoryDocument {
  const existing = disk.documents.get(id);
  if (existing) return existing;
  // A count, not a random number, so that a simulation can be replayed.
  const made: MemoryDocument = { epoch: `${disk.documents.size + 1}`, rows: [], snapshots: [] };
  disk.documents.set(id, made);
  return made;
}

function load(disk: MemoryDisk, id: DocumentId): StoredDocument | null {
  const document = disk.documents.get(id);
  if (!document) return null;
  const snapshot = newestGood(document);
  return {
    epoch: document.epoch,
    at: document.rows.at(-1)?.at ?? 0,
    snapshot: snapshot && copyOfSnapshot(snapshot),
    rows: document.rows.slice(snapshot?.seq ?? 0).map(copyOf),
  };
}

function compact(
  disk: MemoryDisk,
  id: DocumentId,
  expected: Seq,
  { epoch, ...snapshot }: Compaction,
): boolean {
  if (isOver(disk, id, epoch)) return false;
  const document = disk.documents.get(id);
  const previous = document ? newestGood(document) : null;
  if ((previous?.seq ?? 0) !== expected) return false;
  assertFoldable(expected, snapshot, document?.rows.length ?? 0);
  if (!document) return false;
  const kept = previous ? [{ ...previous, damaged: false }] : [];
  document.snapshots = [...kept, { ...snapshot, damaged: false }];
  return true;
}

const newestGood = ({ snapshots }: MemoryDocument): Snapshot | null =>
  snapshots.findLast(({ damaged }) => !damaged) ?? null;

const copyOf = <Row extends Append | LoggedUpdate>(row: Row): Row => ({
  ...row,
  update: row.update.slice(),
});

const copyOfSnapshot = ({ seq, update, stateVector, deleteSet }: Snapshot): Snapshot => ({
  seq,
  update: update.slice(),
  stateVector: stateVector.slice(),
  deleteSet: deleteSet.slice(),
});
