import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import Database from 'better-sqlite3';

import { StoreError } from '@indelible/store';

import { toStoreError } from './errors.ts';
import { PAGE_SIZE, migrate } from './schema.ts';

/**
 * Makes a new database, under another name until it is whole: whoever finds a file by this name
 * finds a database, and an empty or cut-off file is damage, not a beginning.
 */
export function createDatabase(file: string): void {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new StoreError(
      'corrupt',
      `${file} is missing, but what was last written is in ${file}-wal`,
    );
  }
  const unfinished = `${file}.new`;
  try {
    for (const end of ['', '-journal']) rmSync(`${unfinished}${end}`, { force: true });
    const db = new Database(unfinished);
    try {
      db.pragma(`page_size = ${PAGE_SIZE}`);
      db.pragma('synchronous = FULL');
      migrate(db);
    } finally {
      db.close();
    }
    renameSync(unfinished, file);
    syncFolder(dirname(file));
  } catch (error) {
    throw toStoreError(error, `${file} can't be created`);
  }
}

/** Makes the new name durable; Windows keeps names durable by itself and can't open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
