import { expect, test } from 'vitest';

import { openSqliteStore } from '@indelible/store-sqlite';

import { alter, makeFolder } from './fixture.ts';
import { contentOf, documentId, rowOf } from './rows.ts';

const documents = ['a', 'b', 'c'].map(documentId);
const ROUNDS = 1_000;

test('rows are found and counted on, indexed or not (I2)', async () => {
  using folder = makeFolder();
  const expected: string[] = [];
  let store = await openSqliteStore({ file: folder.file });
  for (let round = 1; round <= ROUNDS; round++) {
    const results = await store.log.append(documents.map((id) => rowOf(id, `round ${round}`)));
    if (results.some(({ seq }) => seq !== round)) throw new Error(`wrong seq in round ${round}`);
    expected.push(`round ${round}`);
  }
  for (let time = 0; time < 2; time++) {
    for (const id of documents) {
      expect((await store.log.load(id))?.rows.map(contentOf)).toEqual(expected);
      expect((await store.log.readAfter(id, 600)).map(contentOf)).toEqual(expected.slice(600));
    }
    await store[Symbol.asyncDispose]();
    store = await openSqliteStore({ file: folder.file });
  }
  expect(await store.log.append(documents.map((id) => rowOf(id, 'after')))).toMatchObject(
    documents.map((document) => ({ document, seq: ROUNDS + 1 })),
  );
  await store[Symbol.asyncDispose]();
  const indexed = alter(folder.file, (db) =>
    db.prepare('SELECT max(seq) FROM places').pluck().get(),
  );
  expect(indexed).toBeGreaterThan(600);
  expect(indexed).toBeLessThan(ROUNDS);
});
