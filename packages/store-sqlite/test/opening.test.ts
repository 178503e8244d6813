import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { StoreError } from '@indelible/store';
import { openSqliteStore } from '@indelible/store-sqlite';

import { alter, makeFolder } from './fixture.ts';
import { documentId, rowOf } from './rows.ts';
import { makeReadOnlyFolder } from './small-disk.ts';

const a = documentId('a');

/** Leaves a closed database with 200 rows behind. */
async function writeSomething(file: string): Promise<void> {
  await using store = await openSqliteStore({ file });
  await store.log.append(Array.from({ length: 200 }, (_, n) => rowOf(a, `row ${n}`, 100)));
}

/** How an opening was refused: what its one line says after the file's name, and the file's fate. */
async function refusalOf(file: string): Promise<object> {
  const before = readFileSync(file);
  const outcome = await openSqliteStore({ file }).catch((error: unknown) => error);
  if (!(outcome instanceof StoreError)) throw new Error('it was not refused', { cause: outcome });
  const { code, message } = outcome;
  if (!message.startsWith(`${file} `) || message.includes('\n')) throw outcome;
  const says = message.slice(file.length + 1).replace(/: .*/, '');
  return { code, says, untouched: readFileSync(file).equals(before) };
}

const refused = (says: string): object => ({ code: 'corrupt', says, untouched: true });

const DAMAGED = 'is damaged and was left as it is';

test('a data folder that is missing is made', async () => {
  using folder = makeFolder();
  const file = join(folder.path, 'deeper', 'still', 'indelible.sqlite');
  await writeSomething(file);
  await using store = await openSqliteStore({ file });
  expect((await store.log.load(a))?.rows.length).toBe(200);
});

test('a data folder below a file is refused', async () => {
  using folder = makeFolder();
  const inTheWay = join(folder.path, 'file');
  writeFileSync(inTheWay, 'precious');
  for (const data of [inTheWay, join(inTheWay, 'data')]) {
    const opening = openSqliteStore({ file: join(data, 'indelible.sqlite') });
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'io' });
    await expect(opening).rejects.toThrow(`The data folder ${data} can't be created`);
  }
  expect(readFileSync(inTheWay, 'utf8')).toBe('precious');
});

test('a read-only data folder is refused', async ({ skip }) => {
  using folder = makeFolder();
  using data = makeReadOnlyFolder(folder) ?? skip('root, but not allowed to mount anything');
  const opening = openSqliteStore({ file: join(data.path, 'indelible.sqlite') });
  await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'readonly' });
  await expect(opening).rejects.toThrow(`The data folder ${data.path} can't be written to`);
});

test('a folder in place of the file is refused', async () => {
  using folder = makeFolder();
  mkdirSync(folder.file);
  const opening = openSqliteStore({ file: folder.file });
  await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'io' });
  await expect(opening).rejects.toThrow(`${folder.file} is not a file`);
});

test('a file that is no database is refused and left as it is', async () => {
  using folder = makeFolder();
  for (const content of ['', 'SQLite', 'precious notes\n'.repeat(1000)]) {
    writeFileSync(folder.file, content);
    expect(await refusalOf(folder.file)).toEqual(refused(DAMAGED));
  }
});

test("another program's database is refused and left as it is", async () => {
  using folder = makeFolder();
  writeFileSync(folder.file, '');
  alter(folder.file, (db) => db.exec('CREATE TABLE precious (notes TEXT)'));
  expect(await refusalOf(folder.file)).toEqual(refused("is another program's database"));
});

test('a database with overwritten pages is refused and left as it is', async () => {
  using folder = makeFolder();
  await writeSomething(folder.file);
  const bytes = readFileSync(folder.file);
  writeFileSync(folder.file, bytes.fill(0xa5, 2 * 1024, bytes.length - 2 * 1024));
  expect(await refusalOf(folder.file)).toEqual(refused(DAMAGED));
});

test('a database that was cut off is refused and left as it is', async () => {
  using folder = makeFolder();
  await writeSomething(folder.file);
  for (const length of [readFileSync(folder.file).length - 5 * 1024, 1024, 100, 16]) {
    truncateSync(folder.file, length);
    expect(await refusalOf(folder.file)).toEqual(refused(DAMAGED));
  }
});

test('a database of a newer version is refused and left as it is', async () => {
  using folder = makeFolder();
  await writeSomething(folder.file);
  alter(folder.file, (db) => db.pragma('user_version = 1000'));
  expect(await refusalOf(folder.file)).toEqual(
    refused('was written by a newer version (format 1000; this one knows 2)'),
  );
});

test('a write-ahead log whose database is gone is not thrown away', async () => {
  using folder = makeFolder();
  writeFileSync(`${folder.file}-wal`, 'the last words');
  const opening = openSqliteStore({ file: folder.file });
  await expect(opening).rejects.toMatchObject({ code: 'corrupt' });
  await expect(opening).rejects.toThrow(`${folder.file} is missing`);
  expect(readFileSync(`${folder.file}-wal`, 'utf8')).toBe('the last words');
});

test('a second store on the same file is refused, and the first goes on', async () => {
  using folder = makeFolder();
  const first = await openSqliteStore({ file: folder.file });
  const roundabout = join(folder.path, '.', 'x', '..', 'indelible.sqlite');
  for (const file of [folder.file, roundabout]) {
    const opening = openSqliteStore({ file });
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'busy' });
    await expect(opening).rejects.toThrow(`${folder.file} is in use by another running server`);
  }
  expect(await first.log.append([rowOf(a, 'x')])).toMatchObject([{ document: a, seq: 1 }]);
  await first[Symbol.asyncDispose]();
  await using second = await openSqliteStore({ file: folder.file });
  expect((await second.log.load(a))?.rows.length).toBe(1);
});

test('a refused opening lets go of the file', async () => {
  using folder = makeFolder();
  writeFileSync(folder.file, 'precious');
  await expect(openSqliteStore({ file: folder.file })).rejects.toMatchObject({ code: 'corrupt' });
  await expect(openSqliteStore({ file: folder.file })).rejects.toMatchObject({ code: 'corrupt' });
});
