import Database from 'better-sqlite3';

import { StoreError } from '@indelible/store';
import type { StoreErrorCode } from '@indelible/store';

/** By the beginning of SQLite's extended result code; the first that fits decides. */
const CODES: readonly (readonly [prefix: string, code: StoreErrorCode])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readonly'],
  ['SQLITE_PERM', 'readonly'],
  ['SQLITE_AUTH', 'readonly'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_PROTOCOL', 'busy'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  // Our own statements never break a constraint unless what they build on is broken.
  ['SQLITE_CONSTRAINT', 'corrupt'],
  ['SQLITE_TOOBIG', 'invalid'],
  ['SQLITE_IOERR_CORRUPTFS', 'corrupt'],
];

const FILE_CODES: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'readonly',
  EPERM: 'readonly',
  EROFS: 'readonly',
};

/** Says a failure of SQLite or of the file system in the store's words; a `StoreError` stays as it is. */
export function toStoreError(cause: unknown, doing: string): StoreError {
  if (cause instanceof StoreError) return cause;
  return new StoreError(codeOf(cause), `${doing}: ${reasonOf(cause)}`, { cause });
}

/** The same for a failed COMMIT: when only the fsync failed, the commit may still survive a crash. */
export function toCommitError(cause: unknown, doing: string): StoreError {
  const uncertain =
    cause instanceof Database.SqliteError &&
    cause.code.startsWith('SQLITE_IOERR') &&
    cause.code !== 'SQLITE_IOERR_WRITE';
  if (!uncertain) return toStoreError(cause, doing);
  return new StoreError('ambiguous', `${doing}: ${reasonOf(cause)}`, { cause });
}

/** `full`, `readonly`, … for a failure; `io` if nothing better is known. */
export function codeOf(cause: unknown): StoreErrorCode {
  if (cause instanceof StoreError) return cause.code;
  if (cause instanceof Database.SqliteError) {
    return CODES.find(([prefix]) => cause.code.startsWith(prefix))?.[1] ?? 'io';
  }
  return FILE_CODES[fileCodeOf(cause)] ?? 'io';
}

/** What to tell people of a failure: SQLite's sentence and code, or the file system's code. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof Database.SqliteError) return `${cause.message} (${cause.code})`;
  return cause instanceof Error ? cause.message : String(cause);
}

/** `ENOENT` and the like; empty if the failure is none of the file system's. */
export const fileCodeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
