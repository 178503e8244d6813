import { describe, expect } from 'vitest';

import type { UpdateLog } from '../update-log.ts';
import type { OpenStore, Skip, StoreTest } from './store-fixture.ts';
import { createWriter, documentId, fold, placesOf, rowOf, snapshotOf, textOf } from './writing.ts';

const a = documentId('a');

/** Appends one row per word and returns the writer. */
async function writeWords(log: UpdateLog, words: string): Promise<ReturnType<typeof createWriter>> {
  const writer = createWriter();
  for (const word of words.split(' ')) await log.append([rowOf(a, writer.write(word))]);
  return writer;
}

/** Folding rows into snapshots. */
export function describeCompacting(storeTest: StoreTest): void {
  describe('compacting', () => {
    storeTest('loads the newest snapshot and the rows after it (I2, I3)', async (store) => {
      const writer = await writeWords(store.log, 'one two');
      const first = snapshotOf(writer.doc, 2);
      expect(await store.log.compact(a, 0, first)).toBe(true);
      await store.log.append([rowOf(a, writer.write('three'))]);
      for (let time = 0; time < 2; time++) {
        const stored = await store.log.load(a);
        expect(stored?.snapshot).toEqual(first);
        expect(stored?.rows.map(({ seq }) => seq)).toEqual([3]);
        expect(stored && textOf(fold(stored))).toBe('onetwothree');
        await store.reopen();
      }
    });

    storeTest(
      'keeps the folded rows as history, and reads across them and the tail',
      async (store) => {
        const writer = await writeWords(store.log, 'one two three four five');
        const before = await store.log.readAfter(a, 0);
        await store.log.compact(a, 0, snapshotOf(writer.doc, 3));
        await store.log.append([rowOf(a, writer.write('six'), { author: 'bob', at: 6 })]);
        await store.log.compact(a, 3, snapshotOf(writer.doc, 6));
        await store.log.append([rowOf(a, writer.write('seven'))]);
        await store.reopen();
        const after = await store.log.readAfter(a, 0);
        expect(after.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(after.slice(0, 5)).toEqual(before);
        expect(after[5]).toMatchObject({ author: 'bob', at: 6 });
        expect((await store.log.readAfter(a, 4)).map(({ seq }) => seq)).toEqual([5, 6, 7]);
        expect(await store.log.readAfter(a, 7)).toEqual([]);
      },
    );

    storeTest('lets exactly one of two that race win', async (store) => {
      const writer = await writeWords(store.log, 'one two three');
      const snapshot = snapshotOf(writer.doc, 3);
      const won = await Promise.all([
        store.log.compact(a, 0, snapshot),
        store.log.compact(a, 0, snapshot),
      ]);
      expect(won.filter(Boolean).length).toBe(1);
    });

    storeTest('changes nothing if somebody else was first', async (store) => {
      const writer = await writeWords(store.log, 'one two three');
      const winner = snapshotOf(writer.doc, 2);
      await store.log.compact(a, 0, winner);
      expect(await store.log.compact(a, 0, snapshotOf(writer.doc, 3))).toBe(false);
      expect(await store.log.compact(a, 1, snapshotOf(writer.doc, 3))).toBe(false);
      expect((await store.log.load(a))?.snapshot).toEqual(winner);
    });

    storeTest('refuses a snapshot of rows that are not there (I2)', async (store) => {
      const writer = await writeWords(store.log, 'one two');
      const unknown = store.log.compact(documentId('unknown'), 0, snapshotOf(writer.doc, 1));
      await expect(unknown).rejects.toMatchObject({ code: 'invalid' });
      await store.log.compact(a, 0, snapshotOf(writer.doc, 1));
      for (const seq of [0, 1, 3]) {
        const compacting = store.log.compact(a, 1, snapshotOf(writer.doc, seq));
        await expect(compacting).rejects.toMatchObject({ code: 'invalid' });
      }
      expect(await store.log.load(documentId('unknown'))).toBeNull();
    });

    storeTest('goes on counting when every row is folded', async (store) => {
      const writer = await writeWords(store.log, 'one two');
      await store.log.compact(a, 0, snapshotOf(writer.doc, 2));
      await store.reopen();
      expect(placesOf(await store.log.append([rowOf(a, writer.write('three'))]))).toEqual([
        { document: a, seq: 3 },
      ]);
    });
  });
  describe('a damaged snapshot', () => {
    describeDamage(storeTest);
  });
}

function describeDamage(storeTest: StoreTest): void {
  storeTest('is passed over for the one before it and more rows (I3, I4)', async (store, skip) => {
    const writer = await writeWords(store.log, 'one two');
    const older = snapshotOf(writer.doc, 2);
    await store.log.compact(a, 0, older);
    await store.log.append([rowOf(a, writer.write('three'))]);
    await store.log.compact(a, 2, snapshotOf(writer.doc, 3));
    await store.log.append([rowOf(a, writer.write('four'))]);
    await damage(store, skip);
    const stored = await store.log.load(a);
    expect(stored?.snapshot).toEqual(older);
    expect(stored?.rows.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(stored && textOf(fold(stored))).toBe('onetwothreefour');
  });

  storeTest('is passed over for the rows alone if there is no other (I4)', async (store, skip) => {
    const writer = await writeWords(store.log, 'one two');
    await store.log.compact(a, 0, snapshotOf(writer.doc, 2));
    await damage(store, skip);
    const stored = await store.log.load(a);
    expect(stored?.snapshot).toBeNull();
    expect(stored && textOf(fold(stored))).toBe('onetwo');
  });

  storeTest(
    'is replaced by the next one, and the good one before it is kept',
    async (store, skip) => {
      const writer = await writeWords(store.log, 'one two');
      const older = snapshotOf(writer.doc, 1);
      await store.log.compact(a, 0, older);
      await store.log.compact(a, 1, snapshotOf(writer.doc, 2));
      await damage(store, skip);
      const newer = snapshotOf(writer.doc, 2);
      expect(await store.log.compact(a, 2, newer)).toBe(false);
      expect(await store.log.compact(a, 1, newer)).toBe(true);
      expect((await store.log.load(a))?.snapshot).toEqual(newer);
      await damage(store, skip);
      expect((await store.log.load(a))?.snapshot).toEqual(older);
    },
  );
}

/** Damages the newest snapshot and opens the store again. */
async function damage(store: OpenStore, skip: Skip): Promise<void> {
  const { fixture } = store;
  const damageNewest = fixture.damageNewestSnapshot?.bind(fixture);
  if (!damageNewest) return skip('this store offers no way to damage a snapshot');
  await store.reopen(() => damageNewest(a));
}
