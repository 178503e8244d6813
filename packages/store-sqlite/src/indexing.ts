import { StoreError } from '@indelible/store';

import { transact } from './connection.ts';
import type { Connection } from './connection.ts';
import type { UpdateLogWriter } from './update-log-writer.ts';

/**
 * Rows without an index at which they get one. Opening a document reads through all of them, which
 * takes a fraction of a millisecond; indexing costs a small page or two for each of their documents.
 */
const MAX_ROWS = 2_048;
/** Bytes of their updates at which they get one. */
const MAX_BYTES = 1024 * 1024;

/** Keeps the rows without an index few. */
export interface Indexing {
  /** Says what an append that was committed has added. */
  added(rows: number, bytes: number): void;
  readonly tidy: () => void;
}

export function createIndexing(db: Connection, log: UpdateLogWriter): Indexing {
  const measure = db.prepare<[], { rows: number; bytes: number }>(
    `SELECT count(*) AS rows, ifnull(sum(length(bytes)), 0) AS bytes FROM updates
     WHERE position > (SELECT through FROM indexed)`,
  );
  const found = measure.get();
  let rows = found?.rows ?? 0;
  let bytes = found?.bytes ?? 0;
  return {
    added(moreRows, moreBytes) {
      rows += moreRows;
      bytes += moreBytes;
    },
    tidy() {
      if (rows < MAX_ROWS && bytes < MAX_BYTES) return;
      try {
        transact(db, 'indexing failed', () => log.index());
        rows = 0;
        bytes = 0;
      } catch (error) {
        // Nothing is lost: the rows are found without an index, and this is tried after the next call.
        if (!(error instanceof StoreError)) throw error;
      }
      log.forget();
    },
  };
}
