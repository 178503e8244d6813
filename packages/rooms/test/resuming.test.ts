import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import { CloseCode } from '@indelible/protocol';
import {
  createMemoryDisk,
  createMemoryStore,
  type MemoryDisk,
  type MemoryDocument,
} from '@indelible/store';

import { documentId, house, type House } from './house.ts';
import { Person } from './person.ts';

const page = documentId('page');
const FIRST = 'what was there when ada left. ';

/** Until a worker thread has done its part, however busy the machine is. */
const until = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000 });

interface Left extends House {
  readonly disk: MemoryDisk;
  readonly ada: Person;
  readonly bo: Person;
}

/** Ada and Bo are in a document of which much was deleted; all is on disk, and Ada has gone. */
async function leave(): Promise<Left> {
  const disk = createMemoryDisk();
  const opened = house({}, createMemoryStore(disk));
  const [ada, bo] = [new Person('ada'), new Person('bo')];
  await ada.join(opened.rooms, page, { place: '' });
  await bo.join(opened.rooms, page);
  for (let i = 0; i < 200; i++) ada.write('ab');
  for (let i = 0; i < 200; i++) ada.doc.getText('text').delete(i, 1);
  ada.doc.getText('text').delete(0, 200);
  ada.write(FIRST);
  await opened.clock.advance(1_000);
  ada.leave();
  return { ...opened, disk, ada, bo };
}

function documentOn(disk: MemoryDisk): MemoryDocument {
  const document = disk.documents.get(page);
  if (document === undefined) throw new Error('there is no such document');
  return document;
}

/** Bo writes so many letters, each on disk before the next. */
async function write({ bo, clock }: Left, letters: number): Promise<void> {
  for (let i = 0; i < letters; i++) {
    bo.write('x');
    await clock.advance(200);
  }
}

/** The process ends, and one begins on the same disk. */
async function restart({ rooms, disk }: Left): Promise<House> {
  await rooms[Symbol.asyncDispose]();
  return house({}, createMemoryStore(disk));
}

test('who comes back to the same room gets what came since, and not what it had', async () => {
  const left = await leave();
  const { ada, rooms } = left;
  await write(left, 3);
  await ada.join(rooms, page, ada.claim);
  expect(ada.isResumed).toBe(true);
  expect(ada.text).toBe(`xxx${FIRST}`);
  expect(ada.bytes).toBeLessThan(150);
});

test('time that goes by while a row is taken does not make its place unknown', async () => {
  const left = await leave();
  const { ada, clock, rooms } = left;
  const look = clock.now.bind(clock);
  vi.spyOn(clock, 'now').mockImplementation(() => {
    clock.jump(1);
    return look();
  });
  await ada.join(rooms, page, ada.claim);
  await write(left, 1);
  ada.leave();
  await write(left, 1);
  await ada.join(rooms, page, ada.claim);
  expect(ada.isResumed).toBe(true);
  expect(ada.text).toBe(`xx${FIRST}`);
});

test('also when everything has been folded meanwhile, and after a restart', async () => {
  const left = await leave();
  const { ada, bo, clock, store } = left;
  await write(left, 3);
  await clock.advance(30_000);
  await until(async () => expect((await store.log.load(page))?.rows).toEqual([]));
  for (const opened of [() => left, () => restart(left)]) {
    const { rooms } = await opened();
    const again = new Person('ada');
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(ada.doc));
    await again.join(rooms, page, ada.claim);
    expect(again.isResumed).toBe(true);
    expect(again.text).toBe(bo.text);
    expect(again.bytes).toBeLessThan(150);
  }
});

test('who has everything needs no look at the disk, after a restart either', async () => {
  const left = await leave();
  const { ada } = left;
  const { rooms, store } = await restart(left);
  store.faults.fail('readAfter', { code: 'io' });
  await ada.join(rooms, page, ada.claim);
  expect(ada.isResumed).toBe(true);
  expect(ada.text).toBe(FIRST);
});

test('what came while the disk was read is not missed', async () => {
  const left = await leave();
  const { ada, bo, clock, rooms, store } = left;
  await write(left, 1);
  const held = store.faults.hold('readAfter');
  const joining = ada.join(rooms, page, ada.claim);
  await held.reached;
  bo.write('stored ');
  await clock.advance(1_000);
  bo.write('fresh ');
  await clock.advance(20);
  held.release();
  await joining;
  expect(ada.isResumed).toBe(true);
  expect(ada.text).toBe(`fresh stored x${FIRST}`);
});

test('those who come back to one place at once share one look at the disk', async () => {
  const left = await leave();
  const { ada, rooms, store } = left;
  await write(left, 1);
  store.faults.failNext('readAfter', { code: 'io' });
  const people = [new Person('one'), new Person('two')];
  await Promise.all(people.map((person) => person.join(rooms, page, ada.claim)));
  expect(people.map(({ isResumed }) => isResumed)).toEqual([false, false]);
});

test('a place that is not in this log is not gone on from', async () => {
  const left = await leave();
  const { ada, rooms } = left;
  const { epoch = '', place = '' } = ada.claim;
  await write(left, 3);
  const [seq = '', at = ''] = place?.split('.') ?? [];
  for (const other of [`zz.${at}`, `${seq}.1`, `0.${at}`, `-1.${at}`, seq, '', 'x'.repeat(50)]) {
    await ada.join(rooms, page, { epoch, place: other });
    expect([other, ada.isResumed, ada.text]).toEqual([other, false, `xxx${FIRST}`]);
    ada.leave();
  }
  await ada.join(rooms, page, { place });
  expect(ada.isResumed).toBe(false);
});

test.each([3, 5])(
  'a place that a backup has taken back is none, though %i rows came since',
  async (rows) => {
    const left = await leave();
    const { ada, disk } = left;
    const backup = structuredClone(disk);
    await write(left, 3);
    await ada.join(left.rooms, page, ada.claim);
    ada.leave();
    const { claim } = ada;
    disk.documents.set(page, documentOn(backup));
    const other = house({}, createMemoryStore(disk));
    await other.clock.advance(100_000);
    const bo = new Person('bo');
    await bo.join(other.rooms, page);
    await write({ ...left, ...other, bo }, rows);
    await ada.join(other.rooms, page, claim);
    expect(ada.isResumed).toBe(false);
    await other.clock.advance(1_000);
    expect(ada.text).toBe(bo.text);
  },
);

test('who is too far behind is told everything in the usual way', async () => {
  const left = await leave();
  const { ada, rooms, disk } = left;
  await write(left, 1);
  const { rows } = documentOn(disk);
  await left.rooms[Symbol.asyncDispose]();
  for (const last of rows.slice(-1)) {
    for (let i = 0; i < 600; i++) rows.push({ ...last, seq: rows.length + 1 });
  }
  const { rooms: reopened } = house({}, createMemoryStore(disk));
  await ada.join(reopened, page, ada.claim);
  expect(ada.isResumed).toBe(false);
  expect(ada.text).toBe(`x${FIRST}`);
  expect(rooms.size).toBe(0);
});

test('I9: what is written in a room whose document was replaced goes nowhere, and its people are told', async () => {
  const left = await leave();
  const { bo, clock, disk, rooms, store } = left;
  disk.documents.set(page, { epoch: 'new', rows: [], snapshots: [] });
  bo.write('of the old one');
  const other = new Person('other');
  await other.join(rooms, documentId('other'));
  other.write('saved');
  await clock.advance(1_000);
  expect(bo.closed).toBe(CloseCode.otherEpoch);
  expect((await store.log.readAfter(page, 0)).length).toBe(0);
  expect((await store.log.load(documentId('other')))?.rows.length).toBe(1);
  const cy = new Person('cy');
  await cy.join(rooms, page);
  cy.write('of the new one');
  await clock.advance(1_000);
  expect(cy.text).toBe('of the new one');
  expect((await store.log.load(page))?.epoch).toBe('new');
  await cy.join(rooms, page, { epoch: '1' });
  expect(cy.closed).toBe(CloseCode.otherEpoch);
});

test('I9: an edit of the server in a document that was replaced is not said to be done', async () => {
  const { disk, rooms, bo } = await leave();
  disk.documents.delete(page);
  const doc = new Y.Doc();
  doc.getText('title').insert(0, 'title');
  const editing = rooms.edit(page, 'server', () => Promise.resolve(Y.encodeStateAsUpdate(doc)));
  await expect(editing).rejects.toMatchObject({ code: CloseCode.otherEpoch });
  expect(bo.closed).toBe(CloseCode.otherEpoch);
  expect(disk.documents.has(page)).toBe(false);
});

test('I9: what was folded before a document was replaced is no snapshot of the new one', async () => {
  const { clock, disk, ada, rooms } = await leave();
  disk.documents.set(page, {
    epoch: 'new',
    rows: disk.documents.get(page)?.rows.slice() ?? [],
    snapshots: [],
  });
  await ada.join(rooms, page);
  await clock.advance(30_000);
  await rooms[Symbol.asyncDispose]();
  expect(disk.documents.get(page)?.snapshots).toEqual([]);
});
