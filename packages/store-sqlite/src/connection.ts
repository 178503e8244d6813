import Database from 'better-sqlite3';

import { StoreError } from '@indelible/store';

import { toCommitError, toStoreError } from './errors.ts';
import { PAGE_SIZE } from './schema.ts';

export type Connection = Database.Database;

/** Milliseconds to wait for a lock. Only checkpoints and outside readers (a backup) ever hold one. */
const BUSY_TIMEOUT = 5_000;
/** Pages in the write-ahead log at which a commit copies them into the database: 4 MiB. */
const CHECKPOINT_PAGES = (4 * 1024 * 1024) / PAGE_SIZE;
/** Bytes. After a burst the write-ahead log is cut back to this. */
const JOURNAL_LIMIT = 16 * 1024 * 1024;

/**
 * Opens the connection that writes.
 *
 * @param maxBytes of the database file; 0 for no limit.
 */
export function openForWriting(file: string, maxBytes: number): Connection {
  const db = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT });
  try {
    if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
      throw new StoreError('io', `${file} is on a file system that can't be shared (no WAL mode)`);
    }
    // better-sqlite3 opens a file in WAL mode at NORMAL, which does not sync commits.
    db.pragma('synchronous = FULL');
    // macOS only: a plain fsync leaves the words in the drive's cache.
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
    db.pragma('foreign_keys = ON');
    // A full or slow /tmp is no reason to fail, and what is sorted is small.
    db.pragma('temp_store = MEMORY');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    db.pragma(`journal_size_limit = ${JOURNAL_LIMIT}`);
    if (maxBytes > 0) limitSize(db, maxBytes);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens a connection that only reads, and so never waits for a commit's fsync. */
export function openForReading(file: string): Connection {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT });
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  return db;
}

/** SQLite never makes the limit smaller than the file already is. */
function limitSize(db: Connection, maxBytes: number): void {
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  db.pragma(`max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`);
}

/**
 * Runs `work` in one write transaction: all of it is on disk when this returns, or none of it is.
 *
 * @throws {StoreError} `ambiguous` if the commit may have happened.
 */
export function transact<T>(db: Connection, doing: string, work: () => T): T {
  let result: T;
  try {
    db.exec('BEGIN IMMEDIATE');
    result = work();
  } catch (error) {
    rollBack(db);
    throw toStoreError(error, doing);
  }
  try {
    db.exec('COMMIT');
  } catch (error) {
    rollBack(db);
    throw toCommitError(error, doing);
  }
  return result;
}

/** SQLite rolls back by itself on some errors (a full disk) and not on others. */
function rollBack(db: Connection): void {
  if (db.inTransaction) db.exec('ROLLBACK');
}
