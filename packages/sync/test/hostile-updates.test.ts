import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { MalformedUpdate, mergeUpdates, RoomLog, scanUpdate } from '@indelible/sync';

import { newDoc } from './support/edits.ts';
import { mutate, someMutations } from './support/mutations.ts';
import { play, shapesOf, someSteps } from './support/real-updates.ts';
import { runs } from './support/runs.ts';
import { any, byte, bytes, oneBlock, rootItem, type Part } from './support/wire.ts';
import { aWrittenUpdate } from './support/written-updates.ts';

const isAccepted = (update: Uint8Array): boolean => {
  try {
    scanUpdate(update);
    return true;
  } catch (error) {
    if (!(error instanceof MalformedUpdate)) throw error;
    return false;
  }
};

const isPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/** What everybody who gets hold of an accepted update must be able to do with it. */
function expectHarmless(update: Uint8Array, other: Uint8Array): void {
  Y.decodeUpdate(update);
  mergeUpdates([update, other]);
  Y.diffUpdate(update, Y.encodeStateVectorFromUpdate(other));
  const doc = newDoc(READER);
  Y.applyUpdate(doc, update);
  scanUpdate(Y.encodeStateAsUpdate(doc));
  expect(new RoomLog(null, []).fits(scanUpdate(update))).toBe(!isPending(doc));
}

/** Puts everything that fits into one log, as a room would, and reads it back. */
function expectUsableLog(updates: readonly Uint8Array[]): void {
  const log = new RoomLog(null, []);
  const doc = newDoc(READER);
  for (const update of updates) {
    const meta = scanUpdate(update);
    if (!log.fits(meta) || log.contains(meta)) continue;
    Y.applyUpdate(doc, log.append('a', update, meta).update);
    expect(isPending(doc)).toBe(false);
  }
  const whole = newDoc(READER);
  Y.applyUpdate(whole, log.whole());
  expect(isPending(whole)).toBe(false);
  expect(Y.encodeStateVector(whole)).toEqual(log.stateVector());
  expect(new RoomLog(null, log.parts()).stateVector()).toEqual(log.stateVector());
}

/** Cases tried for each history: a history costs more than a mutation. */
const MUTANTS = 100;

test('a damaged update that is accepted can be read, merged, cut and applied', () => {
  let accepted = 0;
  const mutants = fc.array(someMutations, { minLength: MUTANTS, maxLength: MUTANTS });
  fc.assert(
    fc.property(someSteps, mutants, (steps, mutations) => {
      const shapes = shapesOf(play(steps)).filter(({ length }) => length > 2 && length < 2000);
      const good = mutations.flatMap((mutation, index) => {
        const update = shapes[index % shapes.length] ?? new Uint8Array([0, 0]);
        const other = shapes[(index * 7 + 3) % shapes.length] ?? update;
        const mutant = mutate(update, other, mutation);
        if (!isAccepted(mutant)) return [];
        expectHarmless(mutant, other);
        return [mutant];
      });
      accepted += good.length;
      expectUsableLog(good);
    }),
    runs(200),
  );
  expect(accepted).toBeGreaterThan(100);
});

test('an update written in bad faith that is accepted can be read, merged, cut and applied', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(aWrittenUpdate, { minLength: 2, maxLength: 40 }), (updates) => {
      const good = updates.filter(isAccepted);
      accepted += good.length;
      for (const update of good) expectHarmless(update, good[0] ?? update);
      // Some fit only after later ones.
      expectUsableLog([...good, ...good, ...good]);
    }),
    runs(300),
  );
  expect(accepted).toBeGreaterThan(100);
});

/** A client number that no update here is likely to use. */
const READER = 4_294_967_000;

const ONE = oneBlock(1, 5, 0, byte(0), 1);
const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
};
/** Twenty thousand lists of one, each in the one before. */
const deepArrays = new Uint8Array(40_000).map((_, index) => (index % 2 === 0 ? 117 : 1));
const padded = new Uint8Array([...Array.from({ length: 150 }, () => 0x80), 0]);
const inexact = new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);

test.each<[string, Uint8Array]>([
  ['nothing at all', new Uint8Array([])],
  ['bytes left over', new Uint8Array([0, 0, 0])],
  ['a struct count far beyond its seven bytes', new Uint8Array([1, 0xff, 0xff, 0xff, 0x7f, 1, 0])],
  ['a client count far beyond its bytes', new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f, 0])],
  ['a delete count far beyond its bytes', new Uint8Array([0, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f])],
  ['a count of values far beyond its bytes', rootItem(8, 2 ** 31)],
  ['a text length far beyond its bytes', oneBlock(1, 1, 0, byte(4), 1, 't', 2 ** 40)],
  ['a struct count that is not a number', bytes(1, padded, 1, 0, 0)],
  ['a clock that is not a number', bytes(1, 1, 1, padded, byte(0), 1, 0)],
  ['a client that is not exact', bytes(1, 1, inexact, 0, byte(0), 1, 0)],
  ['a delete length that is not a number', bytes(0, 1, 1, 1, 0, padded)],
  ['the same client twice', bytes(2, 1, 5, 0, byte(0), 1, 1, 5, 1, byte(0), 1, 0)],
  ['clients in ascending order', bytes(2, 1, 5, 0, byte(0), 1, 1, 6, 0, byte(0), 1, 0)],
  ['a collected struct of no length', oneBlock(1, 1, 0, byte(0), 0)],
  ['a skip of no length', oneBlock(1, 1, 0, byte(10), 0)],
  ['a deleted item of no length', rootItem(1, 0)],
  ['an empty text', rootItem(4, '')],
  ['an item of no values', rootItem(8, 0)],
  ['an item of no JSON values', rootItem(2, 0)],
  ['an empty deletion', bytes(0, 1, 7, 1, 5, 0)],
  ['a clock over 2^32', oneBlock(1, 1, 2 ** 32, byte(0), 1)],
  ['a length that leads over 2^32', oneBlock(2, 1, 0, byte(0), 2 ** 32 - 1, byte(0), 2)],
  ['an origin over 2^32', oneBlock(1, 1, 0, byte(0x84), 2, 2 ** 32, 'a')],
  ['a deletion over 2^32', bytes(0, 1, 7, 1, 2 ** 32 - 1, 2)],
  ['an origin that is itself', oneBlock(1, 1, 3, byte(0x84), 1, 3, 'a')],
  ['a right origin in its own future', oneBlock(1, 1, 3, byte(0x44), 1, 9, 'a')],
  ['a parent in its own future', oneBlock(1, 1, 3, byte(4), 0, 1, 4, 'a')],
  [
    'two structs that build on each other',
    bytes(2, 1, 2, 0, byte(0x84), 1, 0, 'b', 1, 1, 0, byte(0x84), 2, 0, 'a', 0),
  ],
  ['a content that does not exist', rootItem(11, 0)],
  ['a skip with flags, which mergeUpdates takes for an item', oneBlock(1, 1, 0, byte(0x8a), 3)],
  ['a type that does not exist', rootItem(7, 7)],
  ['text that is no UTF-8', rootItem(4, 1, byte(0xff))],
  ['an embed that is no JSON', rootItem(5, '{')],
  ['a format without a value', rootItem(6, 'bold', '')],
  ['a value that does not exist', rootItem(8, 1, byte(115))],
  ['a value with a prototype of its own', rootItem(8, 1, any(JSON.parse('{"__proto__":1}')))],
  ['a subdocument without options', rootItem(9, 'guid', any(null))],
  ['a subdocument whose options are a list', rootItem(9, 'guid', any([]))],
  ['a subdocument with a guid of its own', rootItem(9, 'guid', any({ guid: null }))],
  ['a subdocument with a filter', rootItem(9, 'guid', any({ gcFilter: 1 }))],
  ['values nested 20,000 deep', rootItem(8, 1, deepArrays, any(1))],
  ['values nested 101 deep', rootItem(8, 1, any(nested(101)))],
  ['an embed nested 20,000 deep', rootItem(5, '['.repeat(20_000) + ']'.repeat(20_000))],
  ['an embed nested 101 deep', rootItem(5, JSON.stringify(nested(101)))],
  ['options nested 20,000 deep', rootItem(9, 'guid', byte(118), 1, 'meta', deepArrays, any(1))],
])('%s is refused', (_, update) => {
  expect(isAccepted(update)).toBe(false);
});

test.each<[string, Uint8Array]>([
  ['nothing new', new Uint8Array([0, 0])],
  ['values nested 100 deep', rootItem(8, 1, any(nested(100)))],
  ['an embed nested 100 deep', rootItem(5, JSON.stringify(nested(100)))],
  ['many brackets inside a text', rootItem(5, JSON.stringify('\\"['.repeat(500)))],
  ['the last clock there is', oneBlock(1, 1, 2 ** 32 - 1, byte(0), 1)],
  ['all clocks there are, as one', oneBlock(1, 1, 0, byte(0), 2 ** 32)],
  ['all clocks there are, deleted', bytes(0, 1, 7, 1, 0, 2 ** 32)],
  [
    'what another Yjs puts in the options of a subdocument',
    rootItem(9, 'g', any({ encoding: 0, shouldLoad: true, collectionId: 'c' })),
  ],
  ['text outside the first plane', rootItem(4, '🦊🦊')],
])('%s is accepted', (_, update) => {
  expect(isAccepted(update)).toBe(true);
  Y.decodeUpdate(update);
});

test('what has been accepted piece by piece is accepted in one piece, as Yjs writes it', () => {
  const doc = newDoc(READER);
  for (const piece of [
    oneBlock(1, 1, 0, byte(0), 2 ** 32 - 1),
    oneBlock(1, 1, 2 ** 32 - 1, byte(0), 1),
  ]) {
    expect(isAccepted(piece)).toBe(true);
    Y.applyUpdate(doc, piece);
  }
  expect(isAccepted(Y.encodeStateAsUpdate(doc))).toBe(true);
});

test('text is counted in UTF-16 units, as Yjs counts', () => {
  expect(scanUpdate(rootItem(4, '🦊a')).structs).toEqual([{ client: 1, clock: 0, length: 3 }]);
});

test('updates of format V2 are refused', () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      for (const doc of play(steps).docs) {
        if (doc.store.clients.size === 0) continue;
        expect(isAccepted(Y.encodeStateAsUpdateV2(doc))).toBe(false);
      }
    }),
    runs(50),
  );
});

test('noise is accepted or refused, never anything worse', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      expect(() => {
        if (isAccepted(noise)) expectHarmless(noise, ONE);
      }).not.toThrow();
    }),
    runs(5000),
  );
});

test('a circle across three clients is found, and a long way without one is not taken for it', () => {
  const after = (client: number, clock: number, on: number, onClock: number) =>
    [1, client, clock, byte(0x84), on, onClock, 'x'] as const;
  const circle = bytes(3, ...after(3, 0, 2, 0), ...after(2, 0, 1, 0), ...after(1, 0, 3, 0), 0);
  expect(() => scanUpdate(circle)).toThrow('build on each other');
  const line = bytes(3, ...after(3, 1, 2, 1), ...after(2, 1, 1, 1), ...after(1, 1, 3, 0), 0);
  expect(isAccepted(line)).toBe(true);
});

test('two people who answer each other a hundred thousand times are followed in one go', () => {
  const length = 100_000;
  const block = (client: number, on: (clock: number) => readonly [number, number]): Part[] => {
    const structs = Array.from({ length }, (_, clock) => bytes(byte(0x84), ...on(clock), 'x'));
    return [length, client, 0, new Uint8Array(Buffer.concat(structs))];
  };
  // 2 builds on what 1 said last, 1 on what 2 said before; the first of all builds on somebody else.
  const first = block(2, (clock) => [1, clock]);
  const second = block(1, (clock) => (clock === 0 ? [0, 0] : [2, clock - 1]));
  const update = bytes(2, ...first, ...second, 0);
  expect(scanUpdate(update).structs).toHaveLength(2);
});

test('a struct that begins among known clocks but is another than was there does no harm', () => {
  const log = new RoomLog(null, []);
  const collected = oneBlock(1, 1, 0, byte(0), 5);
  const other = oneBlock(1, 1, 3, byte(4), 1, 'text', 'abcde');
  const raw = newDoc(READER);
  Y.applyUpdate(raw, collected);
  expect(() => Y.applyUpdate(raw, other), 'what Yjs does with it').toThrow(TypeError);
  const doc = newDoc(READER);
  for (const update of [collected, other]) {
    Y.applyUpdate(doc, log.append('a', update, scanUpdate(update)).update);
  }
  expect(Y.encodeStateVector(doc)).toEqual(log.stateVector());
});
