import Database from 'better-sqlite3';

import { StoreError } from '@indelible/store';

import { codeOf, toStoreError } from './errors.ts';

/**
 * Takes `<file>.lock` for as long as the returned lock is not disposed.
 *
 * The lock is SQLite's own exclusive lock on an empty database beside the data. The operating system
 * lets go of it whenever the process ends, however it ends, so there is no stale lock to clean up;
 * and SQLite refuses it within one process too, which a bare file lock would not.
 *
 * @throws {StoreError} `busy` if somebody else has it.
 */
export function takeLock(file: string): Disposable {
  const db = openLockFile(file);
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (codeOf(error) !== 'busy') throw toStoreError(error, `${file}.lock can't be used`);
    throw new StoreError('busy', `${file} is in use by another running server`, { cause: error });
  }
  return { [Symbol.dispose]: () => void db.close() };
}

function openLockFile(file: string): Database.Database {
  try {
    return new Database(`${file}.lock`, { timeout: 0 });
  } catch (error) {
    throw toStoreError(error, `${file}.lock can't be opened`);
  }
}
