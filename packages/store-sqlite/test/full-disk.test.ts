import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { StoreError } from '@indelible/store';
import { openSqliteStore } from '@indelible/store-sqlite';

import { makeFolder } from './fixture.ts';
import { contentOf, documentId, rowOf } from './rows.ts';
import { mountSmallDisk } from './small-disk.ts';

const a = documentId('a');
const b = documentId('b');
const MEBIBYTE = 1024 * 1024;

test('a batch that no longer fits changes nothing, and a smaller one is saved', async () => {
  using folder = makeFolder();
  await using store = await openSqliteStore({ file: folder.file, maxBytes: MEBIBYTE });
  await store.log.append([rowOf(a, 'first')]);
  for (let time = 0; time < 3; time++) {
    const tooMuch = [rowOf(a, 'lost'), rowOf(b, 'lost'), rowOf(b, 'huge', 2 * MEBIBYTE)];
    await expect(store.log.append(tooMuch)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'full',
    });
  }
  expect(await store.log.load(b)).toBeNull();
  expect(await store.log.append([rowOf(b, 'fits'), rowOf(a, 'second')])).toMatchObject([
    { document: b, seq: 1 },
    { document: a, seq: 2 },
  ]);
  expect((await store.log.load(a))?.rows.map(contentOf)).toEqual(['first', 'second']);
});

test('a full file is written to again once it may grow', async () => {
  using folder = makeFolder();
  let rows = 0;
  {
    await using store = await openSqliteStore({ file: folder.file, maxBytes: MEBIBYTE });
    rows = await fill((content) => store.log.append([rowOf(a, content, 50_000)]));
    const creating = store.catalog.create({
      id: b,
      title: '',
      seed: new Uint8Array(100_000),
      author: '',
      at: 1,
    });
    await expect(creating).rejects.toMatchObject({ code: 'full' });
    expect(await store.catalog.find(b)).toBeNull();
  }
  await using store = await openSqliteStore({ file: folder.file });
  expect(await store.log.append([rowOf(a, 'at last')])).toMatchObject([
    { document: a, seq: rows + 1 },
  ]);
  expect((await store.log.load(a))?.rows.length).toBe(rows + 1);
});

test('a really full disk is written to again when there is room, without opening anew', async ({
  skip,
}) => {
  using folder = makeFolder();
  using disk = mountSmallDisk(folder) ?? skip('only root on Linux can mount a small disk');
  await using store = await openSqliteStore({ file: join(disk.path, 'indelible.sqlite') });
  await store.log.append([rowOf(a, 'first')]);
  const ballast = join(disk.path, 'ballast');
  expect(() => writeFileSync(ballast, new Uint8Array(64 * MEBIBYTE))).toThrow(/ENOSPC/);
  const rows = await fill((content) => store.log.append([rowOf(a, content, 5_000)]));
  expect((await store.log.load(a))?.rows.length).toBe(rows + 1);
  rmSync(ballast);
  expect(await store.log.append([rowOf(a, 'at last')])).toMatchObject([
    { document: a, seq: rows + 2 },
  ]);
  expect((await store.log.readAfter(a, rows + 1)).map(contentOf)).toEqual(['at last']);
});

/** Appends until the store says that it is full, and says how many rows were saved before. */
async function fill(append: (content: string) => Promise<unknown>): Promise<number> {
  for (let rows = 0; rows < 1_000; rows++) {
    const outcome = await append(`row ${rows}`).catch((error: unknown) => error);
    if (outcome instanceof StoreError && outcome.code === 'full') return rows;
    if (outcome instanceof Error) throw outcome;
  }
  throw new Error('it is never full');
}
