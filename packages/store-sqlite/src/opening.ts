import { checkDatabase } from './checking.ts';
import { openForWriting } from './connection.ts';
import type { Connection } from './connection.ts';
import { createDatabase } from './creating.ts';
import { toStoreError } from './errors.ts';
import { takeLock } from './lock.ts';
import { examine } from './preparing.ts';
import { SCHEMA_VERSION, migrate, readVersion } from './schema.ts';

export interface OpenDatabase extends Disposable {
  readonly db: Connection;
}

/**
 * Takes the lock, checks or creates the file and opens it for writing. Nothing is written to a file
 * that is refused.
 *
 * @throws {StoreError} whose message is one sentence that names the file.
 */
export function openDatabase(file: string, maxBytes: number, checkUpTo: number): OpenDatabase {
  using cleanup = new DisposableStack();
  cleanup.use(takeLock(file));
  const found = examine(file);
  if (found) checkDatabase(file, found.size, checkUpTo);
  else createDatabase(file);
  try {
    const db = cleanup.adopt(openForWriting(file, maxBytes), (opened) => void opened.close());
    if (readVersion(db) < SCHEMA_VERSION) migrate(db);
    const kept = cleanup.move();
    return { db, [Symbol.dispose]: () => kept.dispose() };
  } catch (error) {
    throw toStoreError(error, `${file} can't be opened`);
  }
}
