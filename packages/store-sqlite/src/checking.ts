import { closeSync, openSync, readSync } from 'node:fs';

import { StoreError } from '@indelible/store';

import type { Connection } from './connection.ts';
import { openForReading } from './connection.ts';
import { reasonOf, toStoreError } from './errors.ts';
import { APPLICATION_ID, SCHEMA_VERSION, readVersion } from './schema.ts';

const HEADER = 'SQLite format 3\0';

/**
 * Refuses a file that is not ours, is damaged or is from a newer release, before anything could
 * write to it. Files up to `checkUpTo` bytes are read through; of larger ones only the header and
 * the version are looked at here, and damage is met when it is read.
 *
 * @throws {StoreError} `corrupt`
 */
export function checkDatabase(file: string, size: number, checkUpTo: number): void {
  if (readHeader(file) !== HEADER) throw damaged(file, 'it is not a database');
  let db: Connection | null = null;
  try {
    db = openForReading(file);
    checkOwner(file, db);
    if (size <= checkUpTo) checkPages(file, db);
  } catch (error) {
    const known = toStoreError(error, `${file} can't be opened`);
    throw known.code === 'corrupt' && known !== error ? damaged(file, reasonOf(error)) : known;
  } finally {
    db?.close();
  }
}

function checkOwner(file: string, db: Connection): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new StoreError('corrupt', `${file} is another program's database`);
  }
  const version = readVersion(db);
  if (version > SCHEMA_VERSION) {
    const versions = `(format ${version}; this one knows ${SCHEMA_VERSION})`;
    throw new StoreError('corrupt', `${file} was written by a newer version ${versions}`);
  }
}

function checkPages(file: string, db: Connection): void {
  const finding = String(db.pragma('quick_check(1)', { simple: true }));
  if (finding !== 'ok') throw damaged(file, finding.replaceAll(/\s+/g, ' '));
}

function readHeader(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEADER.length);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes.toString('latin1');
  } finally {
    closeSync(handle);
  }
}

const damaged = (file: string, how: string): StoreError =>
  new StoreError('corrupt', `${file} is damaged and was left as it is: ${how}`);
