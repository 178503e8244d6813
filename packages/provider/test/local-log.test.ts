import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { createLocalLog, OtherEpoch, type LocalBatch, type LocalCopy } from '../src/local-log.ts';
import { mergeAll } from '../src/merge.ts';

/** Someone who writes one word at a time. */
class Writer {
  readonly doc = new Y.Doc();
  readonly #updates: Uint8Array[] = [];

  constructor() {
    this.doc.on('update', (update) => this.#updates.push(update));
  }

  write(word: string): Uint8Array {
    this.doc.getText('t').insert(0, word);
    const update = this.#updates.pop();
    if (update === undefined) throw new Error('nothing was written');
    return update;
  }

  batch(word: string, changes: Partial<LocalBatch> = {}): LocalBatch {
    return {
      local: this.write(word),
      remote: null,
      acknowledged: [],
      epoch: 'one',
      complete: true,
      isNew: false,
      unacknowledged: true,
      strict: false,
      whole: () => Y.encodeStateAsUpdate(this.doc),
      ...changes,
    };
  }
}

function textOf(copy: LocalCopy | null): string {
  const doc = new Y.Doc();
  for (const update of copy?.updates ?? []) Y.applyUpdate(doc, update);
  return doc.getText('t').toString();
}

test('what is appended is there after opening it again, with a marker for each append', async () => {
  const factory = new IDBFactory();
  const log = createLocalLog(factory, 'd');
  const writer = new Writer();
  expect(await log.load()).toBeNull();
  const first = await log.append(writer.batch('a'));
  const second = await log.append(writer.batch('b'));
  log.close();

  const copy = await createLocalLog(factory, 'd').load();
  expect(textOf(copy)).toBe('ba');
  expect(copy).toMatchObject({ epoch: 'one', complete: true });
  expect(copy?.markers).toEqual([first.marker, second.marker]);
});

test('documents don’t mix', async () => {
  const factory = new IDBFactory();
  await createLocalLog(factory, 'd').append(new Writer().batch('a'));
  await createLocalLog(factory, 'e').append(new Writer().batch('b'));
  expect(textOf(await createLocalLog(factory, 'd').load())).toBe('a');
  expect(await createLocalLog(factory, 'f').load()).toBeNull();
});

test('acknowledged markers go, the updates stay', async () => {
  const log = createLocalLog(new IDBFactory(), 'd');
  const writer = new Writer();
  const { marker } = await log.append(writer.batch('a'));
  await log.append(writer.batch('b', { acknowledged: marker === null ? [] : [marker] }));
  const copy = await log.load();
  expect([textOf(copy), copy?.markers.length]).toEqual(['ba', 1]);
});

test('other people’s updates need no marker', async () => {
  const log = createLocalLog(new IDBFactory(), 'd');
  const writer = new Writer();
  const { local: remote, ...first } = writer.batch('a', { unacknowledged: false });
  await log.append({ ...first, local: null, remote });
  expect((await log.load())?.markers).toEqual([]);
});

test('folding makes one row, keeps the markers and loses nothing', async () => {
  const log = createLocalLog(new IDBFactory(), 'd');
  const writer = new Writer();
  for (const word of ['a', 'b', 'c', 'd']) await log.append(writer.batch(word));
  await log.fold(4);
  expect((await log.load())?.updates.length).toBe(4);
  await log.fold(3);
  const copy = await log.load();
  expect([copy?.updates.length, copy?.markers.length, textOf(copy)]).toEqual([1, 4, 'dcba']);
});

test('a fold loses no row that another tab appends meanwhile', async () => {
  const factory = new IDBFactory();
  const tabs = [createLocalLog(factory, 'd'), createLocalLog(factory, 'd')];
  const writers = [new Writer(), new Writer()];
  await Promise.all(
    tabs.map(async (tab, index) => {
      for (let i = 0; i < 40; i++) {
        const batch = writers[index]?.batch(index === 0 ? 'a' : 'b');
        // Neither waits for the other; each folds as often as it writes.
        if (batch !== undefined) await Promise.all([tab.append(batch), tab.fold(1)]);
      }
    }),
  );
  const text = textOf(await createLocalLog(factory, 'd').load());
  expect([text.replaceAll('b', '').length, text.replaceAll('a', '').length]).toEqual([40, 40]);
});

test('a copy that was deleted meanwhile is written anew as a whole', async () => {
  const factory = new IDBFactory();
  const log = createLocalLog(factory, 'd');
  const writer = new Writer();
  await log.append(writer.batch('a'));
  await new Promise((resolve) => {
    // As when a person clears the site's data: open databases are told to close first.
    factory.deleteDatabase('indelible').addEventListener('success', resolve);
  });
  await log.append(writer.batch('b'));
  expect(textOf(await createLocalLog(factory, 'd').load())).toBe('ba');
});

test('I9: work of another epoch is not added to a copy', async () => {
  const factory = new IDBFactory();
  await createLocalLog(factory, 'd').append(new Writer().batch('a'));
  const other = createLocalLog(factory, 'd');
  await expect(other.append(new Writer().batch('b', { epoch: 'two' }))).rejects.toThrow(OtherEpoch);
  const copy = await createLocalLog(factory, 'd').load();
  expect([textOf(copy), copy?.epoch, copy?.markers.length]).toEqual(['a', 'one', 1]);
});

test('many updates are merged into one that does the same', () => {
  const writer = new Writer();
  const updates = Array.from({ length: 1_000 }, (_, i) => writer.write(`${i} `));
  const merged = mergeAll(updates);
  const doc = new Y.Doc();
  if (merged !== null) Y.applyUpdate(doc, merged);
  expect(doc.getText('t').toString()).toBe(writer.doc.getText('t').toString());
  expect(mergeAll([])).toBeNull();
});
