import { expect, test } from 'vitest';
import * as Y from 'yjs';

import {
  CloseCode,
  encodePresence,
  presenceFrame,
  step1Frame,
  updateFrame,
} from '@indelible/protocol';
import { EMPTY_UPDATE, MalformedUpdate, mergeUpdates } from '@indelible/sync';

import { newDoc } from './support/edits.ts';
import { TestRoom, updatesOf } from './support/test-room.ts';
import { nth, typed } from './support/typing.ts';

const caret = (clock: number): Uint8Array =>
  presenceFrame(encodePresence([{ client: 1, clock, state: new TextEncoder().encode('{}') }]));

test('a writer is greeted, asked what it has, and told what it lacks', () => {
  const room = new TestRoom();
  room.join().update(nth(typed('a'), 0));
  const line = room.join();
  expect(line.take()).toEqual([
    {
      type: 'hello',
      epoch: 'e',
      schema: 1,
      role: 'writer',
      limits: { frame: 16 * 1024 * 1024, update: 16 * 1024 * 1024 },
    },
    { type: 'step1', stateVector: room.log.stateVector() },
  ]);
  line.send(step1Frame(new Uint8Array([0])));
  expect(line.take()).toEqual([{ type: 'step2', update: room.log.whole() }]);
});

test('a stock client hears nothing of the extension', () => {
  const room = new TestRoom();
  const line = room.join({ extended: false });
  room.run(room.room.status('degraded', 0));
  expect(line.takeTypes()).toEqual(['step1']);
});

test('nothing is delivered before a client has said what it has', () => {
  const room = new TestRoom();
  const line = room.join();
  room.join().update(nth(typed('a'), 0));
  room.settle();
  expect(updatesOf(line)).toEqual([]);
});

test('an update reaches everybody but its author', () => {
  const room = new TestRoom();
  const [ada, bob, cleo] = [room.join().sync(), room.join().sync(), room.join().sync()];
  const [update = EMPTY_UPDATE] = typed('a');
  ada.update(update);
  room.settle();
  expect(updatesOf(ada)).toEqual([]);
  expect(updatesOf(bob)).toEqual([update]);
  expect(updatesOf(cleo)).toEqual([update]);
});

test('the first update after a pause goes out at once; those that follow go together', () => {
  const room = new TestRoom({ deliverEvery: 15 });
  const [ada, bob] = [room.join().sync(), room.join().sync()];
  const updates = typed('abcd');
  ada.update(nth(updates, 0));
  expect(updatesOf(bob)).toHaveLength(1);
  for (const update of updates.slice(1)) ada.update(update);
  expect(updatesOf(bob)).toEqual([]);
  expect(room.room.wakeAt).toBe(room.now + 15);
  room.settle();
  expect(updatesOf(bob)).toEqual([mergeUpdates(updates.slice(1))]);
  expect(room.room.wakeAt).toBeNull();
});

test('a full room is delivered to more slowly, within what the settings allow', () => {
  const waits = [10, 100, 1000].map((people) => {
    const room = new TestRoom({ deliverEvery: 15, deliverSlowest: 50 });
    const [ada] = Array.from({ length: people }, () => room.join().sync());
    for (const update of typed('ab')) ada?.update(update);
    return (room.room.wakeAt ?? 0) - room.now;
  });
  expect(waits).toEqual([15, 25, 50]);
});

test('presence that waits goes with updates that are due', () => {
  const room = new TestRoom({ deliverEvery: 15, presenceEvery: 50 });
  const stock = { extended: false };
  const [ada, bob] = [room.join(stock).sync(), room.join(stock).sync()];
  const updates = typed('abcdef');
  ada.send(caret(1));
  ada.update(nth(updates, 0));
  bob.take();
  const heard: string[][] = [];
  for (let clock = 2; clock < 6; clock++) {
    ada.send(caret(clock));
    ada.update(nth(updates, clock - 1));
    room.now = room.room.wakeAt ?? room.now;
    room.run(room.room.tick(room.now));
    heard.push(bob.takeTypes());
  }
  expect(heard).toEqual([['update'], ['update'], ['update', 'presence'], ['update']]);
});

test('what a room keeps is its own, not a view into the frame of a socket', () => {
  const room = new TestRoom();
  const frame = updateFrame(nth(typed('a'), 0));
  room.join().send(frame);
  frame.fill(0);
  expect(room.log.unsaved()[0]?.update).toEqual(nth(typed('a'), 0));
});

test('a slow session is passed over and then gets what it missed as one update', () => {
  const room = new TestRoom();
  const [ada, bob] = [room.join().sync(), room.join().sync()];
  room.room.stalled(bob.id);
  const updates = typed('abcdef');
  for (const update of updates) {
    ada.update(update);
    room.settle();
  }
  expect(bob.take()).toEqual([]);
  room.run(room.room.drained(bob.id));
  expect(updatesOf(bob)).toEqual([mergeUpdates(updates)]);
  expect(room.room.drained(bob.id)).toEqual([]);
});

test('sessions that have missed much get it piece by piece, and share the bytes of what is long', () => {
  const room = new TestRoom({ maxPiece: 10_000 });
  const ada = room.join().sync();
  const slow = [room.join().sync(), room.join().sync()];
  for (const { id } of slow) room.room.stalled(id);
  const doc = newDoc(1);
  const text = doc.getText('text');
  doc.on('update', (update: Uint8Array) => ada.update(update));
  for (const length of [4_000, 4_000, 30_000, 4_000, 9_000]) {
    text.insert(text.length, 'x'.repeat(length));
    room.settle();
  }
  const frames = slow.map(({ id }) => {
    const sent: Uint8Array[] = [];
    for (let effects = room.room.drained(id); effects.length > 0; effects = room.room.drained(id)) {
      for (const effect of effects) if (effect.type === 'send') sent.push(effect.frame);
      room.run(effects);
      room.room.stalled(id);
    }
    return sent;
  });
  const [[, long = EMPTY_UPDATE] = [], others = []] = frames;
  expect(frames[0]?.map(({ length }) => Math.round(length / 1_000))).toEqual([8, 30, 4, 9]);
  expect(others[1]).toBe(long);
  for (const line of slow) {
    const read = newDoc(2);
    for (const piece of updatesOf(line)) Y.applyUpdate(read, piece);
    expect(read.getText('text')).toHaveLength(text.length);
  }
});

test('whose line is not full any more gets the other pieces as time goes on', () => {
  const room = new TestRoom({ maxPiece: 10_000 });
  const [ada, bob] = [room.join().sync(), room.join().sync()];
  room.room.stalled(bob.id);
  const doc = newDoc(1);
  doc.on('update', (update: Uint8Array) => ada.update(update));
  for (let n = 0; n < 20; n++) doc.getText('text').insert(0, 'x'.repeat(2_000));
  room.settle();
  room.run(room.room.drained(bob.id));
  expect(room.room.wakeAt).not.toBeNull();
  room.settle();
  const missed = updatesOf(bob);
  expect(missed.length).toBeGreaterThan(3);
  const read = newDoc(2);
  for (const piece of missed) Y.applyUpdate(read, piece);
  expect(read.getText('text')).toHaveLength(40_000);
});

test('a session that was slow through a compaction still gets everything', () => {
  const room = new TestRoom();
  const [ada, bob] = [room.join().sync(), room.join().sync()];
  room.room.stalled(bob.id);
  const doc = newDoc(1);
  doc.on('update', (update: Uint8Array) => ada.update(update));
  doc.getText('text').insert(0, 'abc');
  doc.getText('text').delete(0, 1);
  room.store();
  const update = Y.encodeStateAsUpdate(doc);
  const snapshot = Y.encodeSnapshot(Y.snapshot(doc));
  const stateVector = Y.encodeStateVector(doc);
  const deleteSet = snapshot.slice(0, snapshot.length - stateVector.length);
  room.room.rebase({ update, stateVector, deleteSet }, room.log.head);
  room.run(room.room.drained(bob.id));
  const bobs = newDoc(2);
  for (const missed of updatesOf(bob)) Y.applyUpdate(bobs, missed);
  expect(bobs.getText('text').toJSON()).toBe('bc');
});

test('an update from the server itself is kept under its author and delivered', () => {
  const room = new TestRoom();
  const line = room.join().sync();
  const [update = EMPTY_UPDATE] = typed('a');
  room.run(room.room.write('server', update, room.now));
  room.run(room.room.write('server', update, room.now));
  expect(room.log.unsaved()).toMatchObject([{ author: 'server' }]);
  expect(updatesOf(line)).toEqual([update]);
  expect(() => room.room.write('server', nth(typed('abc'), 2), room.now)).toThrow(MalformedUpdate);
});

test('the status goes to those who understand it, and to those who come later', () => {
  const room = new TestRoom();
  const line = room.join().sync();
  room.run(room.room.status('degraded', 500));
  expect(line.take()).toEqual([{ type: 'status', status: 'degraded', retryMs: 500 }]);
  expect(room.join().takeTypes()).toEqual(['hello', 'status', 'step1']);
  room.run(room.room.status('ok', 0));
  expect(room.join().takeTypes()).toEqual(['hello', 'step1']);
});

test('closing all closes each once', () => {
  const room = new TestRoom();
  const lines = [room.join().sync(), room.join().sync()];
  room.run(room.room.closeAll(CloseCode.restart, 'restart', room.now));
  expect(lines.map(({ closedWith }) => closedWith)).toEqual([1012, 1012]);
  expect(room.room.sessions).toBe(0);
});
