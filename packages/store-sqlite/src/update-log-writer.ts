import type { DocumentId } from '@indelible/protocol';
import { assertFoldable } from '@indelible/store';
import type { Append, Compaction, Seq } from '@indelible/store';

import { checksumOf } from './checksum.ts';
import type { Connection } from './connection.ts';
import { createHeads } from './heads.ts';
import type { Heads } from './heads.ts';
import { createKeys } from './keys.ts';
import type { Keys } from './keys.ts';
import { createSnapshots } from './snapshots.ts';

export interface Added {
  readonly epoch: string;
  readonly seq: Seq;
}

/** The statements that write the log. Each runs in the transaction of its caller. */
export interface UpdateLogWriter {
  readonly keys: Keys;
  /** Adds the row at the end of its document; null if that has another epoch than the row. */
  add(row: Append): Added | null;
  compact(document: DocumentId, expected: Seq, snapshot: Compaction): boolean;
  /** Enters all rows that have come since into `places`. */
  index(): void;
  /** To be called after a rollback and after indexing: forgets keys and heads. */
  forget(): void;
}

export function createUpdateLogWriter(db: Connection, newEpoch: () => string): UpdateLogWriter {
  const keys = createKeys(db, newEpoch);
  const heads = createHeads(db);
  const enter = db.prepare(`
    INSERT INTO places (document, seq, position)
    SELECT document, seq, position FROM updates
    WHERE position > (SELECT through FROM indexed) ORDER BY document, seq`);
  const advance = db.prepare(`
    UPDATE indexed SET through = max(through, ifnull((SELECT max(position) FROM updates), 0))`);
  return {
    keys,
    add: createAdding(db, keys, heads),
    compact: createCompacting(db, keys, heads),
    index() {
      enter.run();
      advance.run();
    },
    forget() {
      keys.forget();
      heads.forget();
    },
  };
}

function createAdding(db: Connection, keys: Keys, heads: Heads): UpdateLogWriter['add'] {
  const insert = db.prepare<[number, Seq, number, number, number, Uint8Array]>(
    'INSERT INTO updates (document, seq, author, at, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return ({ document, author, at, update, epoch: wanted }) => {
    if (isOver(keys, document, wanted)) return null;
    const { key, epoch } = keys.documentOf(document);
    const seq = heads.of(key) + 1;
    insert.run(key, seq, keys.authorOf(author), at, checksumOf(update), update);
    heads.set(key, seq);
    return { epoch, seq };
  };
}

const isOver = (keys: Keys, document: DocumentId, epoch: string | undefined): boolean =>
  epoch !== undefined && keys.findDocument(document)?.epoch !== epoch;

function createCompacting(db: Connection, keys: Keys, heads: Heads): UpdateLogWriter['compact'] {
  const snapshots = createSnapshots(db);
  const remove = db.prepare<[number, Seq, Seq]>(
    'DELETE FROM snapshots WHERE document = ? AND (seq < ? OR seq > ?)',
  );
  const insert = db.prepare<[number, Seq, number, Uint8Array, Uint8Array, Uint8Array]>(
    `INSERT OR REPLACE INTO snapshots (document, seq, checksum, state_vector, delete_set, bytes)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return (document, expected, snapshot) => {
    if (isOver(keys, document, snapshot.epoch)) return false;
    const key = keys.findDocument(document)?.key ?? null;
    const newest = key === null ? 0 : (snapshots.newestGood(key)?.seq ?? 0);
    if (newest !== expected) return false;
    assertFoldable(expected, snapshot, key === null ? 0 : heads.of(key));
    if (key === null) return false;
    // What is left is the newest good one, which becomes the older of two; damaged ones go.
    remove.run(key, expected, expected);
    const { seq, update, stateVector, deleteSet } = snapshot;
    const checksum = checksumOf(update, stateVector, deleteSet);
    insert.run(key, seq, checksum, stateVector, deleteSet, update);
    return true;
  };
}
