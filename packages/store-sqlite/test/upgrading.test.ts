import { expect, test } from 'vitest';

import { openSqliteStore } from '@indelible/store-sqlite';

import { alter, makeFolder } from './fixture.ts';
import { contentOf, documentId, rowOf } from './rows.ts';

const a = documentId('a');

test('a database from before there was a search keeps everything and can be searched', async () => {
  using folder = makeFolder();
  {
    await using store = await openSqliteStore({ file: folder.file });
    const [{ update: seed }, next] = [rowOf(a, 'seed'), rowOf(a, 'next')];
    await store.catalog.create({ id: a, title: 'Old', seed, author: 'ada', at: 1 });
    await store.log.append([next]);
  }
  alter(folder.file, (db) => {
    db.exec('DROP TABLE search_words; DROP TABLE search_texts');
    db.pragma('user_version = 1');
  });
  for (let opening = 0; opening < 2; opening++) {
    await using store = await openSqliteStore({ file: folder.file });
    expect((await store.log.load(a))?.rows.map(contentOf)).toEqual(['seed', 'next']);
    expect(await store.catalog.outdated(0, 10)).toEqual({ documents: [a], next: null });
    expect(await store.catalog.search('old', 10)).toEqual([]);
  }
  await using store = await openSqliteStore({ file: folder.file });
  await store.catalog.index(a, 2, { title: 'Old', text: '' });
  expect((await store.catalog.search('old', 10)).map(({ id }) => id)).toEqual([a]);
});
