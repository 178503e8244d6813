import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { CloseCode } from '@indelible/protocol';

import { documentId, house } from './house.ts';
import { settled } from './manual-clock.ts';
import { Person } from './person.ts';
import { textOf } from './text-of.ts';

const page = documentId('page');
const other = documentId('other');

test('a lone entry is committed after the debounce', async () => {
  const { clock, rooms, store } = house({ debounce: 100, maxWait: 500 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  ada.write('a');
  ada.barrier();
  await clock.advance(99);
  expect(await store.log.load(page)).toBeNull();
  expect(ada.saved).toBe(0);
  await clock.advance(1);
  expect((await store.log.load(page))?.rows).toHaveLength(1);
  expect(ada.saved).toBe(1);
});

test('somebody who never pauses is committed after the longest wait', async () => {
  const { clock, rooms, store } = house({ debounce: 100, maxWait: 500 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  for (let i = 0; i < 9; i++) {
    ada.write('a');
    await clock.advance(50);
  }
  expect(await store.log.load(page)).toBeNull();
  ada.write('a');
  await clock.advance(50);
  expect((await store.log.load(page))?.rows).toHaveLength(1);
});

test('carets that move do not put off the commit', async () => {
  const { clock, rooms, store } = house({ debounce: 100, maxWait: 500 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  ada.write('a');
  for (let i = 0; i < 4; i++) {
    await clock.advance(25);
    ada.barrier();
  }
  expect((await store.log.load(page))?.rows).toHaveLength(1);
});

test('a flush is one row per document and author, all in one transaction', async () => {
  const { clock, rooms, store } = house();
  const [ada, bo, cy] = [new Person('ada'), new Person('bo'), new Person('cy')];
  await ada.join(rooms, page);
  await bo.join(rooms, page);
  await cy.join(rooms, other);
  await settled();
  const held = store.faults.hold('append');
  for (const letter of 'abc') {
    for (const person of [ada, bo, cy]) person.write(letter);
  }
  await clock.advance(500);
  await held.reached;
  held.release();
  await settled();
  const authors = (await store.log.load(page))?.rows.map(({ author }) => author);
  expect(authors).toEqual(['ada', 'bo']);
  expect((await store.log.load(other))?.rows.map(({ seq }) => seq)).toEqual([1]);
});

test('one commit is in flight at a time and what comes meanwhile goes with the next', async () => {
  const { clock, rooms, store } = house();
  const ada = new Person('ada');
  await ada.join(rooms, page);
  const held = store.faults.hold('append');
  ada.write('first ');
  const first = ada.barrier();
  await clock.advance(500);
  await held.reached;
  ada.write('second ');
  const second = ada.barrier();
  await clock.advance(500);
  expect(ada.saved).toBe(0);
  held.release();
  await settled();
  expect(ada.saved).toBe(first);
  await clock.advance(500);
  expect(ada.saved).toBe(second);
  expect((await store.log.load(page))?.rows).toHaveLength(2);
});

test('I1: nothing is acknowledged while commits fail, and nothing is lost when they work again', async () => {
  const { clock, rooms, store, reports } = house();
  const ada = new Person('ada');
  await ada.join(rooms, page);
  store.faults.fail('append', { code: 'full' });
  ada.write('kept');
  const barrier = ada.barrier();
  await clock.advance(10_000);
  expect(ada.saved).toBe(0);
  expect(ada.status).toBe('degraded');
  expect(rooms.canSave).toBe(false);
  ada.write('and ');
  store.faults.heal('append');
  await clock.advance(10_000);
  expect(ada.saved).toBe(barrier);
  expect(ada.status).toBe('ok');
  expect(rooms.canSave).toBe(true);
  expect(reports).toContain('saving works again');
  expect(textOf(await rooms.read(page))).toBe('and kept');
});

test('somebody who joins while nothing can be saved is told', async () => {
  const { clock, rooms, store } = house();
  const [ada, bo, cy] = [new Person('ada'), new Person('bo'), new Person('cy')];
  await ada.join(rooms, page);
  store.faults.fail('append', { code: 'io' });
  ada.write('a');
  await clock.advance(1_000);
  await bo.join(rooms, page);
  await cy.join(rooms, other);
  expect([bo.status, cy.status]).toEqual(['degraded', 'degraded']);
});

test('a commit whose answer was lost is made again and adds nothing twice', async () => {
  const { clock, rooms, store } = house();
  const ada = new Person('ada');
  await ada.join(rooms, page);
  store.faults.failNext('append', { code: 'ambiguous', done: true });
  ada.write('once');
  const barrier = ada.barrier();
  await clock.advance(5_000);
  expect(ada.saved).toBe(barrier);
  expect(textOf(await rooms.read(page))).toBe('once');
});

test('I1: the server waits for the commit that has its own edit, whoever began that', async () => {
  const { rooms, store } = house();
  const first = store.faults.hold('append');
  const editing = [rooms.edit(page, 'server', async () => updateOf('a'))];
  await first.reached;
  const second = store.faults.hold('append');
  const done: string[] = [];
  editing.push(
    rooms.edit(other, 'server', async () => updateOf('b')).then(() => void done.push('other')),
  );
  await settled();
  first.release();
  await second.reached;
  await settled();
  expect(done).toEqual([]);
  second.release();
  await Promise.all(editing);
  expect((await store.log.load(other))?.rows).toHaveLength(1);
});

test('the server does not wait for what others write after its own edit', async () => {
  const { rooms, store } = house();
  const ada = new Person('ada');
  await ada.join(rooms, page);
  const first = store.faults.hold('append');
  const editing = rooms.edit(page, 'server', async () => updateOf('a'));
  await first.reached;
  ada.write('later');
  store.faults.hold('append');
  first.release();
  await editing;
  expect((await store.log.load(page))?.rows.map(({ author }) => author)).toEqual(['server']);
});

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

test('I8: past its limit the unsaved work closes its sessions and keeps newcomers out', async () => {
  const { clock, rooms, store } = house({ maxUnsaved: 100 });
  const ada = new Person('ada');
  await ada.join(rooms, page);
  store.faults.fail('append', { code: 'full' });
  ada.write('x'.repeat(200));
  await clock.advance(1_000);
  expect(ada.closed).toBe(CloseCode.storage);
  await expect(new Person('bo').join(rooms, other)).rejects.toMatchObject({
    code: CloseCode.storage,
  });
  store.faults.heal('append');
  await clock.advance(10_000);
  expect(textOf(await rooms.read(page))).toBe('x'.repeat(200));
  await ada.join(rooms, page);
  expect(ada.closed).toBeNull();
});
