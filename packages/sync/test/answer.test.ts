import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { EMPTY_UPDATE, RoomLog, scanUpdate } from '@indelible/sync';

import { answerStep1, diffParts } from '../src/answer.ts';
import { contentOf, newDoc } from './support/edits.ts';
import { fold, load } from './support/folding.ts';
import { play, someSteps } from './support/real-updates.ts';
import { runs } from './support/runs.ts';
import { TestRoom, updatesOf } from './support/test-room.ts';
import { nth, typed } from './support/typing.ts';

const NOTHING = new Uint8Array([0]);

function logOf(updates: readonly Uint8Array[], inBase: number): RoomLog {
  const base = inBase === 0 ? null : fold(updates.slice(0, inBase));
  const log = new RoomLog(base, []);
  for (const update of updates.slice(inBase)) log.append('ada', update, scanUpdate(update));
  return log;
}

/** What somebody who has nothing but this gets, in the order in which it is sent. */
function answered(log: RoomLog, stateVector: Uint8Array, maxInline: number): Uint8Array[] {
  const answer = answerStep1(log, stateVector, maxInline);
  if (answer.type === 'work') return [diffParts(answer.parts, answer.stateVector)];
  return answer.update === null ? [answer.step2] : [answer.update, answer.step2];
}

test('what somebody lacks is all that somebody needs, wherever the base ends', () => {
  fc.assert(
    fc.property(someSteps, fc.nat(40), fc.nat(40), fc.boolean(), (steps, known, inBase, small) => {
      const { updates } = play(steps);
      const log = logOf(updates, Math.min(inBase, updates.length));
      const somebody = load(updates.slice(0, known));
      const maxInline = small ? 0 : Infinity;
      for (const update of answered(log, Y.encodeStateVector(somebody), maxInline)) {
        Y.applyUpdate(somebody, update);
      }
      expect(contentOf(somebody)).toEqual(contentOf(load(updates)));
      expect(Y.encodeStateVector(somebody)).toEqual(log.stateVector());
    }),
    runs(120),
  );
});

test('who has nothing gets the base as it is stored, and the tail before it', () => {
  const updates = typed('abcdef');
  const log = logOf(updates, 4);
  const answer = answerStep1(log, NOTHING, 0);
  expect(answer).toMatchObject({ type: 'ready', step2: log.base?.update });
  expect(answered(log, NOTHING, 0)).toHaveLength(2);
});

test('who has the base gets nothing of it but its deletions', () => {
  const doc = newDoc(1);
  doc.getText('text').insert(0, 'x'.repeat(10_000));
  doc.getText('text').delete(10, 5);
  const base = Y.encodeStateAsUpdate(doc);
  const before = Y.encodeStateVector(doc);
  doc.getText('text').insert(0, 'y');
  const log = logOf([base, Y.encodeStateAsUpdate(doc, before)], 1);
  const [only = EMPTY_UPDATE] = answered(log, before, 0);
  expect(only.length).toBeLessThan(60);
  expect(scanUpdate(only).deletes).toEqual([{ client: 1, clock: 10, length: 5 }]);
});

test('lines to which the same is being written share its bytes', () => {
  const log = logOf(typed('abcdef'), 0);
  const [first] = answered(log, NOTHING, 0);
  expect(answered(log, NOTHING, 0)[0]).toBe(first);
});

test('what takes long is left to somebody else; until it is there nothing is delivered, then all of it', () => {
  const room = new TestRoom({ diffInline: 0 }, logOf(typed('abcdef'), 4));
  const [ada, bob] = [room.join().sync(), room.join()];
  const bobs = load(typed('ab'));
  bob.take();
  const frame = Y.encodeStateVector(bobs);
  bob.step1(frame);
  bob.step1(frame);
  expect(room.diffs).toHaveLength(1);
  const after = newDoc(2);
  Y.applyUpdate(after, room.log.whole());
  ada.update(nth(wordOf(after), 0));
  room.settle();
  expect(bob.take()).toEqual([]);
  room.answerDiffs();
  for (const update of updatesOf(bob)) Y.applyUpdate(bobs, update);
  expect(bobs.getText('text').toJSON()).toBe('abcdef!');
  bob.leave();
  expect(room.room.answered(bob.id, EMPTY_UPDATE, 0, room.now)).toEqual([]);
});

test('a line that is full gets what it asked for, and nothing beside it', () => {
  const room = new TestRoom({}, logOf(typed('abcdef'), 4));
  const bob = room.join();
  bob.take();
  room.room.stalled(bob.id);
  bob.step1(NOTHING);
  expect(bob.take()).toEqual([{ type: 'step2', update: room.log.whole() }]);
});

test('who can’t be told what is missing is sent away, to come back', () => {
  const room = new TestRoom({ diffInline: 0 }, logOf(typed('abcdef'), 4));
  const bob = room.join();
  bob.step1(Y.encodeStateVector(load(typed('ab'))));
  for (const { session, through } of room.diffs) {
    room.run(room.room.answered(session, null, through, room.now));
  }
  expect(bob.closedWith).toBe(1013);
});

/** The updates by which a document gets an exclamation mark. */
function wordOf(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('text').insert(doc.getText('text').length, '!');
  return updates;
}
