import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { encodeDeleteSet, scanUpdate } from '@indelible/sync';

import { ClockSet } from '../src/clock-set.ts';
import { play, someSteps } from './support/real-updates.ts';
import { runs } from './support/runs.ts';

const aRun = fc.record({
  client: fc.constantFrom(1, 2, 2 ** 32),
  clock: fc.nat(40),
  length: fc.nat(8),
});

/** The same set, one clock at a time. */
class NaiveSet {
  readonly #clocks = new Set<string>();

  add(client: number, clock: number, length: number): void {
    for (let at = clock; at < clock + length; at++) this.#clocks.add(`${client}:${at}`);
  }

  has(client: number, clock: number, length: number): boolean {
    return Array.from({ length }, (_, i) => `${client}:${clock + i}`).every((at) =>
      this.#clocks.has(at),
    );
  }
}

test('a clock set knows what a naive one knows', () => {
  fc.assert(
    fc.property(fc.array(aRun), fc.array(aRun), (added, asked) => {
      const set = new ClockSet();
      const naive = new NaiveSet();
      for (const run of added) {
        set.add(run);
        naive.add(run.client, run.clock, run.length);
      }
      for (const run of [...asked, ...added]) {
        expect(set.has(run)).toBe(naive.has(run.client, run.clock, run.length));
      }
    }),
    runs(500),
  );
});

test('however it was put together, a set is encoded the same', () => {
  fc.assert(
    fc.property(fc.array(aRun), (added) => {
      const pieces = added.flatMap(({ client, clock, length }) =>
        Array.from({ length }, (_, i) => ({ client, clock: clock + i, length: 1 })),
      );
      expect(encodeDeleteSet(added)).toEqual(encodeDeleteSet(pieces.toReversed()));
    }),
    runs(300),
  );
});

test('a set is encoded as Yjs encodes the delete set of a document', () => {
  fc.assert(
    fc.property(someSteps, fc.func(fc.nat()), (steps, order) => {
      for (const doc of play(steps).docs) {
        const { deletes } = scanUpdate(Y.encodeStateAsUpdate(doc));
        const shuffled = deletes.toSorted((a, b) => order(a) - order(b));
        const state = Y.encodeStateVector(doc);
        const golden = Y.encodeSnapshot(Y.snapshot(doc));
        expect([...encodeDeleteSet(shuffled), ...state]).toEqual([...golden]);
      }
    }),
    runs(100),
  );
});

test('an empty set is the single byte 0', () => {
  expect([...encodeDeleteSet([])]).toEqual([0]);
  expect([...encodeDeleteSet([{ client: 1, clock: 4, length: 0 }])]).toEqual([0]);
});
