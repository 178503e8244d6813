import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import {
  CloseCode,
  extensionFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from '@indelible/protocol';
import { EMPTY_UPDATE } from '@indelible/sync';

import { newDoc } from './support/edits.ts';
import { runs } from './support/runs.ts';
import { savedOf, TestRoom, updatesOf } from './support/test-room.ts';
import { nth, typed } from './support/typing.ts';

test('I6 a reader is not asked for updates, and its frames never move the head', () => {
  const room = new TestRoom();
  const reader = room.join({ role: 'reader' });
  expect(reader.takeTypes()).toEqual(['hello']);
  const [update = EMPTY_UPDATE] = typed('a');
  reader.send(updateFrame(update));
  reader.send(step2Frame(update));
  expect(room.log.head).toBe(0);
  expect(reader.closedWith).toBeNull();
  reader.barrier(3);
  expect(reader.take()).toEqual([{ type: 'reject', n: 3, reason: 'read only' }]);
});

test('I6 whatever bytes a reader sends, the head stays', () => {
  const room = new TestRoom();
  room.join().update(nth(typed('a'), 0));
  const next = nth(typed('ab'), 1);
  const frames = fc.oneof(
    fc.uint8Array({ maxLength: 30 }),
    fc.uint8Array({ maxLength: 30 }).map(updateFrame),
    fc.constantFrom(updateFrame(next), step2Frame(next), step2Frame(EMPTY_UPDATE)),
  );
  fc.assert(
    fc.property(fc.array(frames), (sent) => {
      const reader = room.join({ role: 'reader' });
      for (const frame of sent) if (reader.closedWith === null) reader.send(frame);
      reader.leave();
      expect(room.log.head).toBe(1);
    }),
    runs(1000),
  );
});

/** Somebody sends a frame. @returns the code it was closed with, once the others have all they need. */
function whileOthersWrite(frame: Uint8Array): number | null {
  const room = new TestRoom();
  const [ada, bob, mallory] = [room.join().sync(), room.join().sync(), room.join().sync()];
  mallory.send(frame);
  const [update = EMPTY_UPDATE] = typed('a');
  ada.update(update);
  ada.barrier(1);
  room.store();
  room.settle();
  const bobs = newDoc(2);
  for (const missed of updatesOf(bob)) Y.applyUpdate(bobs, missed);
  expect(bobs.getText('text').toJSON()).toBe('a');
  expect(savedOf(ada)).toEqual([1]);
  expect([ada.closedWith, bob.closedWith]).toEqual([null, null]);
  return mallory.closedWith;
}

test('a frame cut off anywhere closes its own session only, and the others get everything', () => {
  const doc = docWith('b', 7);
  const update = Y.encodeStateAsUpdate(doc);
  for (const whole of [updateFrame(update), step2Frame(update), step1Frame(update)]) {
    for (let length = 0; length < whole.length; length++) {
      expect(whileOthersWrite(whole.slice(0, length))).toBe(CloseCode.malformed);
    }
  }
});

test('an update cut off within a whole frame closes its own session only', () => {
  const update = Y.encodeStateAsUpdate(docWith('b', 7));
  for (let length = 0; length < update.length; length++) {
    expect(whileOthersWrite(updateFrame(update.slice(0, length)))).toBe(CloseCode.malformed);
  }
});

test('whatever noise somebody sends, the others get everything', () => {
  const noise = fc.uint8Array({ minLength: 1, maxLength: 40 });
  const frames = fc.oneof(noise, noise.map(updateFrame), noise.map(step1Frame));
  fc.assert(
    fc.property(frames, (frame) => {
      expect(whileOthersWrite(frame)).toBeOneOf([null, CloseCode.malformed]);
    }),
    runs(500),
  );
});

test.each([
  ['nothing', new Uint8Array([])],
  ['a type nobody knows', new Uint8Array([42])],
  ['an auth message', new Uint8Array([2, 0, 0])],
  ['bytes after the message', new Uint8Array([3, 0])],
  ['an update that is none', updateFrame(new Uint8Array([1, 2, 3]))],
  ['a state vector that is none', step1Frame(new Uint8Array([1]))],
  ['a cut-off presence', new Uint8Array([1, 1, 5])],
  ['an extension message of the server', extensionFrame({ type: 'saved', n: 1 })],
  ['an extension message nobody knows', new Uint8Array([110, 9])],
])('%s closes its session for good, and nothing is sent to it any more', (_, frame) => {
  const room = new TestRoom();
  const line = room.join().sync();
  line.send(frame);
  expect(line.closedWith).toBe(CloseCode.malformed);
  expect(room.room.sessions).toBe(0);
  line.send(updateFrame(nth(typed('a'), 0)));
  expect(room.log.head).toBe(0);
});

test('the extension from a client that did not ask for it closes its session', () => {
  const line = new TestRoom().join({ extended: false });
  line.barrier(1);
  expect(line.closedWith).toBe(CloseCode.malformed);
});

test('an update over the limit closes its session for good', () => {
  const room = new TestRoom({ limits: { frame: 1000, update: 50 } });
  const line = room.join().sync();
  line.update(Y.encodeStateAsUpdate(docWith('x'.repeat(60))));
  expect(line.closedWith).toBe(CloseCode.malformed);
  expect(room.limits).toEqual(['update']);
});

test('a document that is full takes no more, but what adds nothing is still welcome', () => {
  const room = new TestRoom({ maxDocument: 60 });
  const line = room.join().sync();
  const first = Y.encodeStateAsUpdate(docWith('x'.repeat(30)));
  line.update(first);
  line.update(first);
  expect(line.closedWith).toBeNull();
  line.update(Y.encodeStateAsUpdate(docWith('y'.repeat(30), 2)));
  expect(line.closedWith).toBe(CloseCode.documentFull);
  expect(room.log.head).toBe(1);
  expect(room.limits).toEqual(['document']);
});

test('an update with more new clients than are allowed is refused; those who are known do not count', () => {
  const crowd = (clients: readonly number[]): Uint8Array =>
    Y.mergeUpdates(clients.map((client) => Y.encodeStateAsUpdate(docWith('x', client))));
  const room = new TestRoom({ maxNewClients: 3 });
  const line = room.join().sync();
  line.update(crowd([1, 2, 3]));
  line.update(crowd([1, 2, 3, 4, 5]));
  expect(line.closedWith).toBeNull();
  expect(room.log.head).toBe(2);
  line.update(crowd([1, 6, 7, 8, 9]));
  expect(line.closedWith).toBe(CloseCode.malformed);
  expect(room.log.head).toBe(2);
  expect(room.limits).toEqual(['clients']);
});

test('a session that is not there may say what it likes', () => {
  const room = new TestRoom();
  const line = room.join();
  line.leave();
  line.leave();
  line.update(nth(typed('a'), 0));
  room.room.stalled(line.id);
  expect(room.room.drained(line.id)).toEqual([]);
  expect(room.log.head).toBe(0);
});

function docWith(text: string, client = 1): Y.Doc {
  const doc = newDoc(client);
  doc.getText('text').insert(0, text);
  return doc;
}
