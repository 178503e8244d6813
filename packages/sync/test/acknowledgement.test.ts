import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { CloseCode, step2Frame } from '@indelible/protocol';
import { EMPTY_UPDATE } from '@indelible/sync';

import { newDoc } from './support/edits.ts';
import { savedOf, TestRoom, updatesOf } from './support/test-room.ts';
import { nth, typed } from './support/typing.ts';

test('I1 saved is said once everything before the barrier is stored, and not before', () => {
  const room = new TestRoom();
  const line = room.join().sync();
  const updates = typed('abc');
  line.update(nth(updates, 0));
  line.update(nth(updates, 1));
  line.barrier(1);
  line.update(nth(updates, 2));
  room.store(1);
  expect(savedOf(line)).toEqual([]);
  room.store(2);
  expect(savedOf(line)).toEqual([1]);
  room.store(3);
  expect(savedOf(line)).toEqual([]);
});

test('saved is said at once if there is nothing to wait for', () => {
  const line = new TestRoom().join().sync();
  line.barrier(7);
  expect(savedOf(line)).toEqual([7]);
});

test('I1 an update that adds nothing is not kept, and is saved when what it repeats is', () => {
  const room = new TestRoom();
  const [ada, bob] = [room.join().sync(), room.join().sync()];
  const [update = EMPTY_UPDATE] = typed('a');
  ada.update(update);
  bob.send(step2Frame(update));
  bob.barrier(1);
  expect(room.log.head).toBe(1);
  expect(savedOf(bob)).toEqual([]);
  room.store();
  expect(savedOf(bob)).toEqual([1]);
});

test('I1 a deletion is kept, delivered and saved, though no state vector moves', () => {
  const room = new TestRoom();
  const [ada, bob] = [room.join().sync(), room.join().sync()];
  const doc = newDoc(1);
  doc.getText('text').insert(0, 'abc');
  ada.update(Y.encodeStateAsUpdate(doc));
  room.store();
  room.settle();
  bob.take();
  const before = room.log.stateVector();
  let deletion = EMPTY_UPDATE;
  doc.once('update', (update: Uint8Array) => (deletion = update));
  doc.getText('text').delete(1, 1);
  ada.update(deletion);
  ada.barrier(1);
  room.settle();
  expect(room.log.stateVector()).toEqual(before);
  expect(updatesOf(bob)).toEqual([deletion]);
  expect(savedOf(ada)).toEqual([]);
  room.store();
  expect(savedOf(ada)).toEqual([1]);
  ada.update(deletion);
  expect(room.log.head, 'the same again adds nothing').toBe(2);
});

test('an update with a gap before it is held, its client asked, and saved only with what it lacked', () => {
  const room = new TestRoom();
  const [ada, bob] = [room.join().sync(), room.join().sync()];
  const updates = typed('abc');
  ada.update(nth(updates, 1));
  expect(ada.takeTypes()).toEqual(['step1']);
  ada.barrier(1);
  ada.update(nth(updates, 2));
  expect(ada.takeTypes(), 'asked once').toEqual([]);
  expect(room.log.head).toBe(0);
  room.store();
  expect(savedOf(ada)).toEqual([]);
  ada.update(nth(updates, 0));
  room.settle();
  expect(room.log.head).toBe(3);
  const bobs = newDoc(2);
  for (const update of updatesOf(bob)) Y.applyUpdate(bobs, update);
  expect(bobs.getText('text').toJSON()).toBe('abc');
  room.store(2);
  expect(savedOf(ada)).toEqual([]);
  room.store(3);
  expect(savedOf(ada)).toEqual([1]);
});

test('what one session lacked may come from another, and releases those that wait for each other', () => {
  const room = new TestRoom();
  const [late, later, last] = [room.join().sync(), room.join().sync(), room.join().sync()];
  const updates = typed('abc');
  // The one that joined first waits for what the one after it holds.
  late.update(nth(updates, 2));
  late.barrier(1);
  later.update(nth(updates, 1));
  later.barrier(2);
  last.update(nth(updates, 0));
  expect(room.log.head).toBe(3);
  room.store();
  expect(savedOf(late)).toEqual([1]);
  expect(savedOf(later)).toEqual([2]);
});

test('a client that has the gap itself is not asked for ever', () => {
  const room = new TestRoom();
  const line = room.join().sync();
  const doc = newDoc(5);
  Y.applyUpdate(doc, nth(typed('abc'), 2));
  const answers = () =>
    line.take().flatMap((frame) => (frame.type === 'step1' ? [frame.stateVector] : []));
  let asked = 0;
  line.send(step2Frame(Y.encodeStateAsUpdate(doc)));
  for (let round = 0; round < 10; round++) {
    for (const vector of answers()) {
      asked += 1;
      line.send(step2Frame(Y.encodeStateAsUpdate(doc, vector)));
    }
  }
  expect(asked).toBe(1);
  expect(line.closedWith).toBeNull();
});

test('I8 too much that is held closes its session, which may come back', () => {
  const room = new TestRoom({ maxHeld: 2000 });
  const line = room.join().sync();
  for (const update of typed('a'.repeat(20)).slice(1)) {
    if (line.closedWith === null) line.update(update);
  }
  expect(line.closedWith).toBe(CloseCode.overloaded);
  expect(room.room.sessions).toBe(0);
});

test('what a session held goes with it', () => {
  const room = new TestRoom();
  const line = room.join().sync();
  const updates = typed('ab');
  line.update(nth(updates, 1));
  line.leave();
  room.join().update(nth(updates, 0));
  expect(room.log.head).toBe(1);
});
