import { expect, test } from 'vitest';

import { openForReading, openForWriting } from '../src/connection.ts';
import { createDatabase } from '../src/creating.ts';
import { makeFolder } from './fixture.ts';

test('every opening syncs every commit, not only the first', () => {
  using folder = makeFolder();
  createDatabase(folder.file);
  for (let time = 0; time < 2; time++) {
    const db = openForWriting(folder.file, 0);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  }
});

test('the reading connection can not write', () => {
  using folder = makeFolder();
  createDatabase(folder.file);
  const db = openForReading(folder.file);
  expect(() => db.exec("INSERT INTO authors (name) VALUES ('ada')")).toThrow(/readonly/);
  db.close();
});
