import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import { documentId, house } from './house.ts';
import { settled } from './manual-clock.ts';
import { Person } from './person.ts';
import { textOf } from './text-of.ts';

const page = documentId('page');

/** Until a worker thread has done its part, however busy the machine is. */
const until = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000 });

test('I3: a quiet document is folded into a snapshot and its rows stay as history', async () => {
  const { clock, rooms, store } = house({ settleAfter: 1_000 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  for (const word of ['three', 'two ', 'one ']) {
    ada.write(word);
    await clock.advance(200);
  }
  await clock.advance(1_000);
  await until(async () => expect((await store.log.load(page))?.snapshot?.seq).toBe(3));
  const stored = await store.log.load(page);
  expect(stored?.rows).toEqual([]);
  expect(textOf([stored?.snapshot?.update ?? new Uint8Array()])).toBe('one two three');
  const history = await store.log.readAfter(page, 0);
  expect(history.map(({ seq, author }) => [seq, author])).toEqual([
    [1, 'ada'],
    [2, 'ada'],
    [3, 'ada'],
  ]);
  const bo = new Person('bo');
  await bo.join(rooms, page);
  expect(bo.text).toBe('one two three');
});

test('a long tail is folded without waiting for quiet', async () => {
  const { clock, rooms, store } = house({ settleRows: 5 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  for (let i = 0; i < 6; i++) {
    ada.write(String(i));
    await clock.advance(200);
  }
  await until(async () => expect((await store.log.load(page))?.snapshot).not.toBeNull());
});

test('a document that everybody has left is folded soon, but not while a page is reloaded', async () => {
  const { clock, rooms, store, settlings } = house({ settleLeft: 1_000, closeAfter: 60_000 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  ada.write('mine');
  await clock.advance(500);
  ada.leave();
  await clock.advance(900);
  await ada.join(rooms, page);
  await clock.advance(500);
  ada.write('still ');
  await clock.advance(5_000);
  ada.leave();
  await clock.advance(1_000);
  await until(() => expect(settlings).toEqual([[page, 2]]));
  expect((await store.log.load(page))?.snapshot?.seq).toBe(2);
  expect(rooms.size).toBe(1);
});

test('what is written while a document is folded is folded afterwards', async () => {
  const { clock, rooms, store, settlings } = house({ settleRows: 1, settleAfter: 1_000 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  const held = store.faults.hold('compact');
  ada.write('a');
  await clock.advance(200);
  await held.reached;
  ada.write('b');
  await clock.advance(200);
  held.release();
  await until(() => expect(settlings).toEqual([[page, 1]]));
  await clock.advance(1_000);
  await until(async () => expect((await store.log.load(page))?.snapshot?.seq).toBe(2));
});

test('a document that cannot be folded in time is reported, left alone and served from its rows', async () => {
  const { clock, rooms, store, reports, settlings } = house({
    settleAfter: 1_000,
    settleRows: 2,
    compactTimeout: 0,
  });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  ada.write('mine');
  await clock.advance(2_000);
  await until(() => expect(reports).toEqual(['could not compact the document']));
  expect(rooms.numbers()).toMatchObject({ compactionsFailed: 1, quarantined: 1, compactions: 0 });
  ada.write('still ');
  await clock.advance(2_000);
  expect(reports).toHaveLength(1);
  expect((await store.log.load(page))?.snapshot).toBeNull();
  const bo = new Person('bo');
  await bo.join(rooms, page);
  expect(bo.text).toBe('still mine');
  expect(settlings).toEqual([
    [page, 1],
    [page, 2],
  ]);
});

test('a document on disk that overflows the stack of whoever folds it is reported, and served', async () => {
  const { clock, rooms, store, reports } = house({ settleAfter: 1_000 });
  const row = { document: page, author: 'ada', at: 0 };
  await store.log.append([{ ...row, update: mapsInMaps(20_000) }]);
  // Of the outermost, with all that is in it.
  await store.log.append([{ ...row, update: new Uint8Array([0, 1, 1, 1, 0, 1]) }]);
  const ada = new Person('ada');
  ada.write('written after it');
  const news = Y.encodeStateAsUpdate(ada.doc);

  await rooms.edit(page, 'server', () => Promise.resolve(news));
  await clock.advance(2_000);
  await until(() => expect(reports).toEqual(['could not compact the document']));
  expect(rooms.numbers()).toMatchObject({ compactionsFailed: 1, quarantined: 1 });
  expect(await rooms.read(page)).toHaveLength(3);
  expect((await store.log.load(page))?.rows.at(-1)?.update).toEqual(news);
});

test('a snapshot that could not be stored is tried again', async () => {
  const { clock, rooms, store, reports } = house({ settleAfter: 1_000 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  store.faults.failNext('compact', { code: 'full' });
  ada.write('a');
  await clock.advance(2_000);
  await until(() => expect(reports).toContain('could not store a snapshot'));
  ada.write('b');
  await clock.advance(2_000);
  await until(async () => expect((await store.log.load(page))?.snapshot?.seq).toBe(2));
});

test('that a document has settled is told, also when the server wrote it and when it closes', async () => {
  const { clock, rooms, store, settlings } = house({ settleLeft: 1_000, closeAfter: 5_000 });
  await rooms.edit(page, 'server', () => Promise.resolve(updateThatWrites('by the server')));
  expect(settlings).toEqual([]);
  await clock.advance(1_000);
  await until(() => expect(settlings).toEqual([[page, 1]]));
  expect((await store.log.load(page))?.snapshot?.seq).toBe(1);
  await clock.advance(5_000);
  await until(() => expect(rooms.size).toBe(0));
  expect(settlings.at(-1)).toEqual([page, 1]);

  settlings.splice(0);
  await new Person('ada').join(rooms, documentId('nobody writes here'));
  await rooms[Symbol.asyncDispose]();
  await settled();
  expect(settlings).toEqual([]);
});

function updateThatWrites(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** An update with maps in each other, as it may be on disk from before there was a bound. */
function mapsInMaps(depth: number): Uint8Array {
  const uint = (value: number): number[] =>
    value < 128 ? [value] : [128 | (value % 128), ...uint(Math.floor(value / 128))];
  const [client, MAP_IN_ITEM, IN_MAP, KEY] = [1, [0x27, 0], [0x27, 1], [1, 107]];
  const outermost = [...IN_MAP, 1, 109, ...KEY, 1];
  const inner = Array.from({ length: depth - 1 }, (_, n) => [
    ...MAP_IN_ITEM,
    client,
    ...uint(n),
    ...KEY,
    1,
  ]);
  return new Uint8Array([1, ...uint(depth), client, 0, ...outermost, ...inner.flat(), 0]);
}
