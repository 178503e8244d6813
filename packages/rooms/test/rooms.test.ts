import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import { CloseCode } from '@indelible/protocol';

import { documentId, house } from './house.ts';
import { settled } from './manual-clock.ts';
import { Person } from './person.ts';
import { textOf } from './text-of.ts';

const page = documentId('page');

/** Until a worker thread has done its part, however busy the machine is. */
const until = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000 });

test('I4: a document that cannot be loaded is not served, and is when it can be', async () => {
  const { rooms, store } = house();
  store.faults.failNext('load', { code: 'io' });
  const ada = new Person('ada');
  await expect(ada.join(rooms, page)).rejects.toMatchObject({ code: 'io' });
  expect(rooms.size).toBe(0);
  await ada.join(rooms, page);
  expect(rooms.size).toBe(1);
});

test('all who come while a document is being opened share one load', async () => {
  const { clock, rooms, store } = house();
  const held = store.faults.hold('load');
  const people = [new Person('ada'), new Person('bo'), new Person('cy')];
  const joining = people.map((person) => person.join(rooms, page));
  await held.reached;
  held.release();
  await Promise.all(joining);
  people[0]?.write('hello');
  await clock.advance(50);
  expect(people.map(({ text }) => text)).toEqual(['hello', 'hello', 'hello']);
});

test('a room without sessions closes once everything is on disk', async () => {
  const { clock, rooms, store } = house({ closeAfter: 1_000 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  store.faults.fail('append', { code: 'full' });
  ada.write('a');
  ada.leave();
  await clock.advance(60_000);
  expect(rooms.size).toBe(1);
  store.faults.heal('append');
  await clock.advance(6_000);
  await until(() => expect(rooms.size).toBe(0));
});

test('whoever joins while a document is being closed waits and gets all of it', async () => {
  const { clock, rooms, store } = house({ closeAfter: 1_000 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  ada.write('all of it');
  await clock.advance(1_000);
  const compaction = store.faults.hold('compact');
  ada.leave();
  await clock.advance(1_000);
  await compaction.reached;
  const bo = new Person('bo');
  const joining = bo.join(rooms, page);
  await settled();
  expect(bo.text).toBe('');
  compaction.release();
  await joining;
  expect(bo.text).toBe('all of it');
  bo.write('and more, ');
  bo.barrier();
  await clock.advance(1_000);
  expect(bo.saved).toBe(1);
});

test('what came while the last commit was under way keeps the room open', async () => {
  const { clock, rooms, store } = house({ closeAfter: 0 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  const held = store.faults.hold('append');
  ada.write('first ');
  await clock.advance(500);
  await held.reached;
  ada.write('second ');
  ada.leave();
  held.release();
  await clock.advance(5_000);
  await until(() => expect(rooms.size).toBe(0));
  expect(textOf(await rooms.read(page))).toBe('second first ');
});

test('I4: a log with a hole is not served', async () => {
  const { rooms, store } = house();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('text').insert(0, 'lost');
  doc.getText('text').insert(4, 'found');
  const [, second = new Uint8Array()] = updates;
  await store.log.append([{ document: page, author: '', at: 0, update: second }]);
  await expect(new Person('ada').join(rooms, page)).rejects.toThrow('missing');
  expect(rooms.size).toBe(0);
});

test('draining refuses, saves, acknowledges and closes with 1012, in that order', async () => {
  const { rooms, store } = house();
  const ada = new Person('ada');
  await ada.join(rooms, page);
  ada.write('last words');
  const barrier = ada.barrier();
  const held = store.faults.hold('append');
  const draining = rooms.drain(1_000);
  await held.reached;
  expect(ada.status).toBe('draining');
  expect(ada.closed).toBeNull();
  await expect(new Person('bo').join(rooms, page)).rejects.toMatchObject({
    code: CloseCode.restart,
  });
  held.release();
  await draining;
  expect(ada.saved).toBe(barrier);
  expect(ada.closed).toBe(CloseCode.restart);
  await rooms[Symbol.asyncDispose]();
  expect(rooms.size).toBe(0);
});

test('draining says so when not everything could be saved', async () => {
  const { rooms, store } = house();
  const ada = new Person('ada');
  await ada.join(rooms, page);
  ada.write('unsaved');
  ada.barrier();
  store.faults.fail('append', { code: 'full' });
  await expect(rooms.drain(0)).rejects.toMatchObject({ code: 'full' });
  expect(ada.saved).toBe(0);
  expect(ada.closed).toBe(CloseCode.restart);
});

test('an edit of the server merges with what is being typed and is on disk when it is done', async () => {
  const { clock, rooms, store } = house();
  const ada = new Person('ada');
  await ada.join(rooms, page);
  ada.write('typed');
  await rooms.edit(page, 'server', (parts) => {
    const doc = new Y.Doc();
    for (const part of parts) Y.applyUpdate(doc, part);
    const before = Y.encodeStateVector(doc);
    doc.getText('text').insert(doc.getText('text').length, ' and edited');
    return Promise.resolve(Y.encodeStateAsUpdate(doc, before));
  });
  await clock.advance(50);
  expect(ada.text).toBe('typed and edited');
  const rows = (await store.log.load(page))?.rows ?? [];
  expect(rows.map(({ author }) => author)).toEqual(['ada', 'server']);
  expect(textOf(rows.map(({ update }) => update))).toBe('typed and edited');
});

test('evicting closes every session of the document and of no other', async () => {
  const { rooms } = house();
  const [ada, bo] = [new Person('ada'), new Person('bo')];
  await ada.join(rooms, page);
  await bo.join(rooms, documentId('other'));
  rooms.evict(page, CloseCode.notFound, 'gone');
  expect([ada.closed, bo.closed]).toEqual([CloseCode.notFound, null]);
});

test('whoever waits for a document to be opened while it is evicted is turned away for the same reason', async () => {
  const { rooms, store } = house();
  const held = store.faults.hold('load');
  const ada = new Person('ada');
  const joining = ada.join(rooms, page);
  await held.reached;
  rooms.evict(page, CloseCode.notFound, 'gone');
  held.release();
  await expect(joining).rejects.toMatchObject({ code: CloseCode.notFound, message: 'gone' });
  await ada.join(rooms, page);
});
