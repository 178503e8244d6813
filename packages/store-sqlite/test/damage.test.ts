import { expect, test } from 'vitest';

import { openSqliteStore } from '@indelible/store-sqlite';

import { alter, makeFolder } from './fixture.ts';
import { contentOf, documentId, rowOf } from './rows.ts';

const a = documentId('a');
const b = documentId('b');

/** Five rows of `a`, one of `b`, and then what `sql` does to them. */
async function writeAndHarm(file: string, sql: string): Promise<void> {
  {
    await using store = await openSqliteStore({ file });
    await store.log.append(['1', '2', '3', '4', '5'].map((n) => rowOf(a, `row ${n}`)));
    await store.log.append([rowOf(b, 'unharmed')]);
  }
  alter(file, (db) => db.exec(sql));
}

test.each([
  ['a missing row', 'DELETE FROM updates WHERE seq = 3'],
  ['a missing first row', 'DELETE FROM updates WHERE seq = 1 AND position = 1'],
  ['a row with other bytes', "UPDATE updates SET bytes = x'0000' WHERE seq = 3"],
  ['a row that is there twice', 'UPDATE updates SET seq = 3 WHERE seq = 4'],
  ['no row at all', 'DELETE FROM updates WHERE document = 1'],
])('a document with %s is not given out, and the others are (I2, I4)', async (_, sql) => {
  using folder = makeFolder();
  await writeAndHarm(folder.file, sql);
  await using store = await openSqliteStore({ file: folder.file });
  await expect(store.log.load(a)).rejects.toMatchObject({ name: 'StoreError', code: 'corrupt' });
  expect((await store.log.load(b))?.rows.map(contentOf)).toEqual(['unharmed']);
});

test('a snapshot stands in for damaged rows it has folded', async () => {
  using folder = makeFolder();
  const snapshot = {
    seq: 5,
    update: Buffer.from('fold of 5'),
    stateVector: Buffer.from('vector'),
    deleteSet: Buffer.from('deletions'),
  };
  await writeAndHarm(folder.file, '');
  {
    await using store = await openSqliteStore({ file: folder.file });
    await store.log.compact(a, 0, snapshot);
  }
  alter(folder.file, (db) => db.exec('DELETE FROM updates WHERE seq = 3'));
  await using store = await openSqliteStore({ file: folder.file });
  expect((await store.log.load(a))?.snapshot).toMatchObject({ seq: 5 });
  await expect(store.log.readAfter(a, 0)).rejects.toMatchObject({ code: 'corrupt' });
  expect(await store.log.readAfter(a, 5)).toEqual([]);
});

test('neither a damaged snapshot nor damaged rows are given out (I4)', async () => {
  using folder = makeFolder();
  const snapshot = { seq: 5, update: Buffer.from('fold of 5'), stateVector: new Uint8Array() };
  {
    await using store = await openSqliteStore({ file: folder.file });
    await store.log.append(['1', '2', '3', '4', '5'].map((n) => rowOf(a, `row ${n}`)));
    await store.log.compact(a, 0, { ...snapshot, deleteSet: new Uint8Array() });
  }
  alter(folder.file, (db) =>
    db.exec("UPDATE snapshots SET bytes = x'0000'; DELETE FROM updates WHERE seq = 3"),
  );
  await using store = await openSqliteStore({ file: folder.file });
  await expect(store.log.load(a)).rejects.toMatchObject({ code: 'corrupt' });
});
