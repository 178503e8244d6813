import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { openSqliteStore } from '@indelible/store-sqlite';
import type { StoreFixture } from '@indelible/store/contract';

/** A folder of its own for one test. */
export interface Folder extends Disposable {
  readonly path: string;
  /** The database in it. */
  readonly file: string;
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'indelible-'));
  return {
    path,
    file: join(path, 'indelible.sqlite'),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A fresh file for the contracts. */
export async function setUpSqlite(): Promise<StoreFixture> {
  const folder = makeFolder();
  return {
    open: () => openSqliteStore({ file: folder.file }),
    async damageNewestSnapshot(document) {
      alter(folder.file, (db) => {
        const changed = db
          .prepare(
            `UPDATE snapshots SET bytes = CAST(substr(bytes, 1, length(bytes) - 1) || x'ff' AS BLOB)
             WHERE key = (SELECT snapshots.key FROM snapshots
               JOIN documents ON documents.key = document
               WHERE id = ? ORDER BY seq DESC LIMIT 1)`,
          )
          .run(document);
        if (changed.changes !== 1) throw new Error(`${document} has no snapshot to damage`);
      });
    },
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
}

/** Does something to a closed database that no store would do. */
export function alter<T>(file: string, change: (db: Database.Database) => T): T {
  const db = new Database(file, { fileMustExist: true });
  try {
    return change(db);
  } finally {
    db.close();
  }
}
