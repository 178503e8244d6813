import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { EMPTY_UPDATE, MalformedUpdate, mergeUpdates, RoomLog, scanUpdate } from '@indelible/sync';

import { contentOf, newDoc } from './support/edits.ts';
import { fold, load } from './support/folding.ts';
import { play, someSteps } from './support/real-updates.ts';
import { runs } from './support/runs.ts';
import { typed } from './support/typing.ts';

function append(log: RoomLog, update: Uint8Array, author = 'ada'): void {
  log.append(author, update, scanUpdate(update));
}

const updateSince = (log: RoomLog, cursor: number): Uint8Array =>
  log.since(cursor, Infinity)?.update ?? EMPTY_UPDATE;

const textOf = (...updates: readonly Uint8Array[]): string =>
  load(updates).getText('text').toJSON();

test('a log that nobody has written to is empty', () => {
  const log = new RoomLog(null, []);
  expect(log.whole()).toEqual(EMPTY_UPDATE);
  expect(log.since(0, Infinity)).toBeNull();
  expect([...log.stateVector()]).toEqual([0]);
  expect(log.storedParts()).toEqual({ through: 0, parts: [] });
});

test('what lies after any cursor brings a copy at that cursor up to date, before and after folding', () => {
  const updates = typed('a'.repeat(230));
  const log = new RoomLog(null, []);
  for (const update of updates) append(log, update);
  for (const stored of [0, 49, 50, 130, 230]) {
    log.markStored(stored);
    for (const cursor of [0, 1, 48, 50, 51, 99, 229]) {
      const missed = updateSince(log, cursor);
      expect(textOf(...updates.slice(0, cursor), missed)).toHaveLength(230);
    }
  }
  expect(log.since(230, Infinity)).toBeNull();
});

test('what lies after a cursor comes in pieces of a size, each from where the one before ends', () => {
  const updates = typed('a'.repeat(230));
  const log = new RoomLog(null, []);
  for (const update of updates) append(log, update);
  log.markStored(120);
  const pieces: Uint8Array[] = [];
  for (let cursor = 30; cursor < log.head;) {
    const missed = log.since(cursor, 400);
    expect(missed?.through).toBeGreaterThan(cursor);
    pieces.push(missed?.update ?? EMPTY_UPDATE);
    cursor = missed?.through ?? log.head;
  }
  expect(pieces.length).toBeGreaterThan(3);
  for (const piece of pieces) expect(piece.length).toBeLessThan(500);
  expect(textOf(...updates.slice(0, 30), ...pieces)).toHaveLength(230);
});

test('stored entries are folded to a few parts; unsaved ones stay apart', () => {
  const log = new RoomLog(null, []);
  for (const update of typed('a'.repeat(2600))) append(log, update);
  expect(log.parts()).toHaveLength(2600);
  log.markStored(2599);
  expect(log.parts().length).toBeLessThan(110);
  expect(log.unsaved().map(({ position }) => position)).toEqual([2600]);
  expect(log.storedParts().through).toBe(2599);
  expect(textOf(...log.storedParts().parts)).toHaveLength(2599);
  expect(textOf(...log.parts())).toHaveLength(2600);
});

test('the sizes are those of what is kept', () => {
  const log = new RoomLog(null, []);
  const updates = typed('abc');
  for (const update of updates) append(log, update);
  const size = updates.reduce((sum, { length }) => sum + length, 0);
  expect([log.bytes, log.tailBytes, log.unsavedBytes]).toEqual([size, size, size]);
  log.markStored(3);
  expect([log.tailBytes, log.unsavedBytes]).toEqual([size, 0]);
  const base = fold(updates);
  log.rebase(base, 3);
  expect([log.bytes, log.tailBytes]).toEqual([base.update.length, 0]);
});

test('a snapshot takes the place of what it covers and of nothing more', () => {
  const updates = typed('abcdef');
  const log = new RoomLog(null, []);
  for (const update of updates) append(log, update);
  log.markStored(4);
  log.rebase(fold(updates.slice(0, 4)), 4);
  expect(log.parts()).toHaveLength(3);
  expect(textOf(...log.parts())).toBe('abcdef');
  expect(textOf(updateSince(log, 2)), 'a cursor from before the snapshot').toBe('abcdef');
  expect(textOf(...updates.slice(0, 5), updateSince(log, 5))).toBe('abcdef');
});

test('what went as the updates met, without anybody saying so, is known once there is a snapshot', () => {
  const [ada, bob] = [newDoc(1), newDoc(2)];
  ada.getMap('map').set('key', 'ada');
  bob.getMap('map').set('key', 'bob');
  const updates = [Y.encodeStateAsUpdate(ada), Y.encodeStateAsUpdate(bob)];
  const log = new RoomLog(null, []);
  for (const update of updates) append(log, update);
  const whole = scanUpdate(fold(updates).update);
  expect(log.contains(whole), 'one of the two values was overwritten').toBe(false);
  log.markStored(2);
  log.rebase(fold(updates), 2);
  expect(log.contains(whole)).toBe(true);
});

test('a snapshot that is older than the one in place is not put there', () => {
  const updates = typed('abcdef');
  const log = new RoomLog(null, []);
  for (const update of updates) append(log, update);
  log.markStored(6);
  log.rebase(fold(updates), 6);
  log.rebase(fold(updates.slice(0, 2)), 2);
  expect(textOf(...log.parts())).toBe('abcdef');
});

test('the mark of what is stored never goes back', () => {
  const log = new RoomLog(null, []);
  for (const update of typed('abc')) append(log, update);
  log.markStored(3);
  log.markStored(1);
  expect(log.stored).toBe(3);
  expect(log.unsaved()).toEqual([]);
});

test('a log is read back from its rows as it was, one row for each author of a commit', () => {
  fc.assert(
    fc.property(someSteps, fc.array(fc.nat(2)), fc.nat(40), (steps, authors, snapshotAt) => {
      const { updates } = play(steps);
      const log = new RoomLog(null, []);
      for (const [index, update] of updates.entries()) append(log, update, `${authors[index]}`);
      const at = Math.min(snapshotAt, updates.length);
      const entries = log.unsaved().slice(at);
      const rows = [...Map.groupBy(entries, ({ author }) => author).values()].map((own) =>
        mergeUpdates(own.map(({ update }) => update)),
      );
      const base = at === 0 ? null : fold(updates.slice(0, at));
      const again = new RoomLog(base, rows);
      expect([...again.stateVector()]).toEqual([...log.stateVector()]);
      expect(contentOf(load(again.parts()))).toEqual(contentOf(load(updates)));
      expect(again.head).toBe(again.stored);
      for (const update of updates) expect(again.contains(scanUpdate(update))).toBe(true);
    }),
    runs(80),
  );
});

test('I2 a log with a missing row is not opened', () => {
  const rows = typed('abcd');
  const without = (index: number) => rows.filter((_, at) => at !== index);
  for (const index of [0, 1, 2]) {
    expect(() => new RoomLog(null, without(index))).toThrow(MalformedUpdate);
  }
  expect(() => new RoomLog(fold(rows.slice(0, 1)), rows.slice(2))).toThrow('updates are missing');
  expect(() => new RoomLog(fold(rows.slice(0, 2)), rows.slice(2))).not.toThrow();
});

test('I2 a log with a missing row that no other refers to is not opened either', () => {
  const doc = newDoc(1);
  const rows: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => rows.push(update));
  for (const key of ['a', 'b', 'c']) doc.getMap('map').set(key, 1);
  expect(() => new RoomLog(null, rows.toSpliced(1, 1))).toThrow('updates are missing');
  expect(() => new RoomLog(null, rows)).not.toThrow();
});

test('I2 a log with a row whose neighbour is missing is not opened, though its own clocks have no gap', () => {
  const [a = EMPTY_UPDATE] = typed('a', 1);
  const bob = newDoc(2);
  Y.applyUpdate(bob, a);
  bob.getText('text').insert(1, 'b');
  const b = Y.encodeStateAsUpdate(bob, Y.encodeStateVector(load([a])));
  expect(() => new RoomLog(null, [b])).toThrow(MalformedUpdate);
  expect(() => new RoomLog(null, [b, a]), 'out of order, but all there').not.toThrow();
});

test('a log with a damaged row is not opened', () => {
  const [row = EMPTY_UPDATE] = typed('a');
  expect(() => new RoomLog(null, [row.slice(0, -1)])).toThrow(MalformedUpdate);
});

test('what is known of an update is not kept twice', () => {
  const updates = typed('abcd');
  const log = new RoomLog(null, []);
  append(log, mergeUpdates(updates.slice(0, 3)));
  append(log, mergeUpdates(updates));
  const last = log.unsaved().at(-1)?.update ?? EMPTY_UPDATE;
  expect(scanUpdate(last).structs).toEqual([{ client: 1, clock: 3, length: 1 }]);
  expect(textOf(...log.parts())).toBe('abcd');
});
