import { describe, expect } from 'vitest';

import type { NewDocument } from '../catalog.ts';
import { describeFinding, describeIndexing } from './searching.ts';
import { createStoreTest } from './store-fixture.ts';
import type { SetUpStore, StoreTest } from './store-fixture.ts';
import { createWriter, documentId, fold, placesOf, rowOf, textOf } from './writing.ts';

const a = documentId('a');
const b = documentId('b');
const c = documentId('c');

const newDocument = (id: typeof a, at: number, title = `Title of ${id}`): NewDocument => ({
  id,
  title,
  seed: createWriter().write(`seed of ${id}`),
  author: 'ada',
  at,
});

/** What every catalog does, whatever it is made of. */
export function catalogContract(name: string, setUp: SetUpStore): void {
  describe(`${name} keeps the contract of a catalog`, () => {
    const storeTest = createStoreTest(setUp);
    describe('creating', () => {
      describeCreating(storeTest);
    });
    describe('listing', () => {
      describeListing(storeTest);
    });
    describe('removing', () => {
      describeRemoving(storeTest);
    });
    describe('searching', () => {
      describeFinding(storeTest);
    });
    describe('the index of the search', () => {
      describeIndexing(storeTest);
    });
  });
}

function describeCreating(storeTest: StoreTest): void {
  storeTest('makes the entry and row 1 of the log together', async (store) => {
    const entry = { id: a, title: 'Title of a', createdAt: 10, editedAt: 10 };
    const made = newDocument(a, 10);
    expect(await store.catalog.create(made)).toEqual(entry);
    await store.reopen();
    expect(await store.catalog.find(a)).toEqual(entry);
    expect(await store.log.readAfter(a, 0)).toEqual([
      { document: a, seq: 1, author: 'ada', at: 10, update: made.seed },
    ]);
    expect(placesOf(await store.log.append([rowOf(a, createWriter(2).write('!'))]))).toEqual([
      { document: a, seq: 2 },
    ]);
  });

  storeTest('makes neither if one of them can not be', async (store) => {
    const bad = store.catalog.create({ ...newDocument(a, 10), seed: new Uint8Array() });
    await expect(bad).rejects.toMatchObject({ name: 'StoreError', code: 'invalid' });
    expect(await store.catalog.find(a)).toBeNull();
    expect(await store.log.load(a)).toBeNull();
  });

  storeTest('seeds a document once, though asked twice', async (store) => {
    const asked = [
      store.catalog.create(newDocument(a, 10)),
      store.catalog.create(newDocument(a, 20)),
    ];
    const outcomes = (await Promise.allSettled(asked)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    const stored = await store.log.load(a);
    expect(stored && textOf(fold(stored))).toBe('seed of a');
    await store.catalog.remove(a, 30);
    const again = store.catalog.create(newDocument(a, 40));
    await expect(again).rejects.toMatchObject({ code: 'invalid' });
  });
}

function describeListing(storeTest: StoreTest): void {
  storeTest('begins empty and knows only what was created here', async (store) => {
    await store.log.append([rowOf(a, createWriter().write('a'))]);
    expect(await store.catalog.list()).toEqual([]);
    expect(await store.catalog.find(a)).toBeNull();
    expect(await store.catalog.mirror(a, 'A', 1)).toBe(false);
  });

  storeTest('has the last edited first, then the last made', async (store) => {
    for (const [id, at] of [
      [a, 10],
      [b, 30],
      [c, 10],
    ] as const) {
      await store.catalog.create(newDocument(id, at));
    }
    expect((await store.catalog.list()).map(({ id }) => id)).toEqual([b, c, a]);
    expect(await store.catalog.mirror(a, 'Ŵörds', 40)).toBe(true);
    await store.reopen();
    expect((await store.catalog.list()).map(({ id }) => id)).toEqual([a, b, c]);
    expect(await store.catalog.find(a)).toEqual({
      id: a,
      title: 'Ŵörds',
      createdAt: 10,
      editedAt: 40,
    });
  });

  storeTest('refuses a title that is not text and a time that is none', async (store) => {
    await store.catalog.create(newDocument(a, 10));
    const refused = [
      store.catalog.mirror(a, '\udc00', 20),
      store.catalog.mirror(a, 'A', Number.NaN),
      store.catalog.remove(a, Number.NaN),
    ];
    for (const call of refused) await expect(call).rejects.toMatchObject({ code: 'invalid' });
    expect(await store.catalog.find(a)).toMatchObject({ title: 'Title of a', editedAt: 10 });
  });
}

function describeRemoving(storeTest: StoreTest): void {
  storeTest('puts a document out of reach and back, its rows untouched', async (store) => {
    const entry = await store.catalog.create(newDocument(a, 10));
    expect(await store.catalog.remove(a, 20)).toBe(true);
    await store.reopen();
    expect(await store.catalog.find(a)).toBeNull();
    expect(await store.catalog.list()).toEqual([]);
    expect(await store.catalog.mirror(a, 'new', 30)).toBe(false);
    expect(await store.catalog.remove(a, 40)).toBe(false);
    expect((await store.log.readAfter(a, 0)).length).toBe(1);
    expect(await store.catalog.restore(a)).toEqual(entry);
    expect(await store.catalog.list()).toEqual([entry]);
  });

  storeTest('says when there is nothing to remove or restore', async (store) => {
    await store.catalog.create(newDocument(a, 10));
    expect(await store.catalog.restore(a)).toBeNull();
    expect(await store.catalog.remove(b, 20)).toBe(false);
    expect(await store.catalog.restore(b)).toBeNull();
  });
}
