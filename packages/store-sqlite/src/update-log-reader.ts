import type { DocumentId } from '@indelible/protocol';
import { StoreError } from '@indelible/store';
import type { LoggedUpdate, Seq, StoredDocument } from '@indelible/store';

import { checksumOf } from './checksum.ts';
import type { Connection } from './connection.ts';
import { createSnapshots } from './snapshots.ts';

/** The statements that read the log. */
export interface UpdateLogReader {
  load(document: DocumentId): StoredDocument | null;
  readAfter(document: DocumentId, seq: Seq): LoggedUpdate[];
}

interface UpdateRow {
  readonly seq: Seq;
  readonly author: string;
  readonly at: number;
  readonly checksum: number;
  readonly bytes: Uint8Array;
}

export function createUpdateLogReader(db: Connection): UpdateLogReader {
  const find = db.prepare<[string], { key: number; epoch: string }>(
    'SELECT key, epoch FROM documents WHERE id = ?',
  );
  const snapshots = createSnapshots(db);
  const rowsOf = createRows(db);
  const indexedTime = db.prepare<[number, Seq], { at: number }>(
    `SELECT at FROM places CROSS JOIN updates ON updates.position = places.position
     WHERE places.document = ? AND places.seq = ?`,
  );
  const recentTime = db.prepare<[number, Seq], { at: number }>(
    `SELECT at FROM updates
     WHERE position > (SELECT through FROM indexed) AND document = ? AND seq = ?`,
  );
  const newestFolded = (document: number, seq: Seq): { at: number } | undefined =>
    indexedTime.get(document, seq) ?? recentTime.get(document, seq);

  const load = (id: DocumentId): StoredDocument | null => {
    const document = find.get(id);
    if (!document) return null;
    const snapshot = snapshots.newestGood(document.key);
    const rows = rowsOf(id, document.key, snapshot?.seq ?? 0);
    if (!snapshot && rows.length === 0) throw corrupt(id, 'none of its rows is there');
    const at = (rows.at(-1) ?? newestFolded(document.key, snapshot?.seq ?? 0))?.at ?? 0;
    return { epoch: document.epoch, at, snapshot, rows };
  };
  const readAfter = (id: DocumentId, seq: Seq): LoggedUpdate[] => {
    const document = find.get(id);
    return document ? rowsOf(id, document.key, seq) : [];
  };
  // One transaction each: rows may be indexed between two statements, but not within a transaction.
  return { load: db.transaction(load), readAfter: db.transaction(readAfter) };
}

type RowsOf = (id: DocumentId, document: number, after: Seq) => LoggedUpdate[];

/** Rows that are not in the index yet came after all that are. */
function createRows(db: Connection): RowsOf {
  const columns = 'updates.seq, name AS author, at, checksum, bytes';
  // CROSS JOIN: SQLite then keeps the order of the tables, which is the order of the rows.
  const indexed = db.prepare<[number, Seq], UpdateRow>(
    `SELECT ${columns} FROM places
     CROSS JOIN updates ON updates.position = places.position
       AND updates.document = places.document
     CROSS JOIN authors ON authors.key = updates.author
     WHERE places.document = ? AND places.seq > ? ORDER BY places.seq`,
  );
  const recent = db.prepare<[number, Seq], UpdateRow>(
    `SELECT ${columns} FROM updates CROSS JOIN authors ON authors.key = updates.author
     WHERE position > (SELECT through FROM indexed) AND document = ? AND seq > ?
     ORDER BY position`,
  );
  return (id, document, after) => {
    const found = [...indexed.all(document, after), ...recent.all(document, after)];
    return found.map(({ seq, author, at, checksum, bytes }, n) => {
      if (seq !== after + n + 1) throw corrupt(id, `row ${after + n + 1} is missing`);
      if (checksumOf(bytes) !== checksum) throw corrupt(id, `row ${seq} is damaged`);
      return { document: id, seq, author, at, update: bytes };
    });
  };
}

const corrupt = (id: DocumentId, how: string): StoreError =>
  new StoreError('corrupt', `the document ${id} can't be read: ${how}`);
