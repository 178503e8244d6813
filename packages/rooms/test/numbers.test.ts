import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { updateFrame } from '@indelible/protocol';
import { defaultRoomSettings } from '@indelible/sync';

import type { Commit } from '../src/numbers.ts';
import { documentId, house } from './house.ts';
import { settled } from './manual-clock.ts';
import { Person } from './person.ts';

/** A worker thread has to begin. */
const PATIENCE = { timeout: 20_000 };
const page = documentId('page');
const other = documentId('other');

test('a commit is told with what was in it and how long it took', async () => {
  const { clock, rooms, store } = house({ debounce: 100 });
  const commits: Commit[] = [];
  rooms.autosave.onCommit((commit) => commits.push(commit));
  const [ada, bo] = [new Person('ada'), new Person('bo')];
  await ada.join(rooms, page);
  await bo.join(rooms, other);
  await settled();
  const held = store.faults.hold('append');
  ada.write('one ');
  ada.write('two ');
  bo.write('three');
  await clock.advance(100);
  await held.reached;
  const began = clock.now();
  await clock.advance(7);
  expect(commits).toEqual([]);
  held.release();
  await settled();
  const rows = [...((await store.log.load(page))?.rows ?? [])];
  rows.push(...((await store.log.load(other))?.rows ?? []));
  const bytes = rows.reduce((sum, { update }) => sum + update.length, 0);
  expect(commits).toEqual([
    { at: began, duration: 7, documents: 2, updates: 3, rows: 2, bytes, error: null },
  ]);
});

test('a document is dirty since its oldest entry that is not on disk, through failures too', async () => {
  const { clock, rooms, store } = house({ debounce: 100 });
  const commits: Commit[] = [];
  rooms.autosave.onCommit((commit) => commits.push(commit));
  const ada = new Person('ada');
  await ada.join(rooms, page);
  await settled();
  expect(rooms.autosave.dirty()).toEqual([]);

  store.faults.fail('append', { code: 'full' });
  const since = clock.now();
  ada.write('first');
  await clock.advance(1_000);
  ada.write('second');
  await clock.advance(5_000);
  expect(commits.length).toBeGreaterThan(1);
  for (const { error } of commits) expect(error).not.toBeNull();
  expect(rooms.autosave.dirty()).toEqual([{ document: page, since }]);

  store.faults.heal('append');
  await clock.advance(5_000);
  expect(commits.at(-1)).toMatchObject({ error: null, updates: 2 });
  expect(rooms.autosave.dirty()).toEqual([]);
});

test('what comes during a commit is dirty since it came, once that commit is done', async () => {
  const { clock, rooms, store } = house({ debounce: 100, maxWait: 500 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  await settled();
  const held = store.faults.hold('append');
  const first = clock.now();
  ada.write('first');
  await clock.advance(100);
  await held.reached;
  await clock.advance(30);
  const second = clock.now();
  ada.write('second');
  expect(rooms.autosave.dirty()).toEqual([{ document: page, since: first }]);
  held.release();
  await settled();
  expect(rooms.autosave.dirty()).toEqual([{ document: page, since: second }]);
});

test('entries are counted once, those due once for each other session, and frames as they go', async () => {
  const { clock, rooms } = house();
  const people = [new Person('ada'), new Person('bo'), new Person('cy')];
  for (const person of people) await person.join(rooms, page);
  await settled();
  const before = rooms.numbers();
  expect(before).toMatchObject({ rooms: 1, sessions: 3, entries: 0, updatesSent: 0 });
  for (const letter of 'abcd') people[0]?.write(letter);
  await clock.advance(100);
  const { entries, entriesDue, updatesSent } = rooms.numbers();
  expect({ entries, entriesDue }).toEqual({ entries: 4, entriesDue: 8 });
  // The first letter goes at once, the other three together.
  expect(updatesSent).toBe(4);
});

test('compactions are counted, and those that fail', async () => {
  const { clock, rooms, store } = house({ settleAfter: 1_000 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  await settled();
  store.faults.fail('compact', { code: 'io' });
  ada.write('a');
  await clock.advance(2_000);
  await expect.poll(() => rooms.numbers().compactionsFailed, PATIENCE).toBe(1);
  store.faults.heal('compact');
  ada.write('b');
  await clock.advance(2_000);
  await expect.poll(() => rooms.numbers().compactions, PATIENCE).toBe(1);
  await rooms[Symbol.asyncDispose]();
});

test('limits that were reached are counted by what they limit', async () => {
  const room = { ...defaultRoomSettings, maxNewClients: 1, limits: { frame: 1_000, update: 500 } };
  const { rooms } = house({ room });
  const [ada, bo, cy] = [new Person('ada'), new Person('bo'), new Person('cy')];
  for (const person of [ada, bo, cy]) await person.join(rooms, page);
  ada.write('x'.repeat(600));
  bo.write('y'.repeat(600));
  const crowd = [new Y.Doc(), new Y.Doc()].map((doc) => {
    doc.getText('text').insert(0, 'z');
    return Y.encodeStateAsUpdate(doc);
  });
  cy.say(updateFrame(Y.mergeUpdates(crowd)));
  expect(rooms.numbers().limits).toEqual(
    new Map([
      ['update', 2],
      ['clients', 1],
    ]),
  );
  expect([ada.closed, bo.closed, cy.closed]).toEqual([4400, 4400, 4400]);
});
