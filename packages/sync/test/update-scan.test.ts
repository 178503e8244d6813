import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { encodeDeleteSet, mergeUpdates, RoomLog, scanUpdate } from '@indelible/sync';

import { decodeStateVector } from '../src/state-vector.ts';
import { newDoc } from './support/edits.ts';
import { play, shapesOf, someSteps } from './support/real-updates.ts';
import { runs } from './support/runs.ts';

test('a scan agrees with Yjs about every shape of every real update', () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      for (const update of shapesOf(play(steps))) expect(summary(update)).toEqual(oracle(update));
    }),
    runs(60),
  );
});

test('an update fits exactly when Yjs would leave nothing of it pending', () => {
  fc.assert(
    fc.property(
      someSteps,
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      (steps, lost) => {
        const { updates } = play(steps);
        const log = new RoomLog(null, []);
        const doc = newDoc(9);
        for (const update of updates.filter((_, index) => lost[index] !== true)) {
          const meta = scanUpdate(update);
          const before = Y.encodeStateAsUpdate(doc);
          Y.applyUpdate(doc, update);
          const fits = doc.store.pendingStructs === null && doc.store.pendingDs === null;
          expect(log.fits(meta)).toBe(fits);
          if (fits) log.append('a', update, meta);
          else {
            // Yjs would keep it; the log does not.
            doc.store.pendingStructs = null;
            doc.store.pendingDs = null;
            if (Y.encodeStateAsUpdate(doc).length !== before.length) return;
          }
          expect(Y.encodeStateVector(doc)).toEqual(log.stateVector());
        }
      },
    ),
    runs(100),
  );
});

test('what a log is said to contain is there, and so is all it was given, deletions too', () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      const { updates, docs } = play(steps);
      const log = new RoomLog(null, []);
      for (const update of updates) {
        const meta = scanUpdate(update);
        const doc = newDoc(9);
        Y.applyUpdate(doc, log.whole());
        // Not the other way round: what lies in something deleted went without anybody saying so.
        const isThere = Y.snapshotContainsUpdate(Y.snapshot(doc), update);
        expect(isThere || !log.contains(meta)).toBe(true);
        log.append('a', update, meta);
        expect(log.contains(meta)).toBe(true);
      }
      expect(log.contains(scanUpdate(mergeUpdates(updates)))).toBe(true);
      for (const doc of docs) {
        const { structs } = scanUpdate(Y.encodeStateAsUpdate(doc));
        expect(log.contains({ ...scanUpdate(new Uint8Array([0, 0])), structs })).toBe(true);
      }
    }),
    runs(40),
  );
});

function summary(update: Uint8Array): unknown {
  const { structs, after, deletes } = scanUpdate(update);
  const from = new Map<number, number>();
  const to = new Map<number, number>();
  for (const { client, clock, length } of structs) {
    if (!from.has(client)) from.set(client, clock);
    to.set(client, clock + length);
  }
  return { structs, from, to, after, deletes: [...encodeDeleteSet(deletes)] };
}

/** The same, from what Yjs decodes. */
function oracle(update: Uint8Array): unknown {
  const { structs, ds } = Y.decodeUpdate(update);
  const { from, to } = Y.parseUpdateMeta(update);
  const runs: { client: number; clock: number; length: number }[] = [];
  const after = new Map<number, number>();
  for (const { id, length, constructor } of structs) {
    if (constructor === Y.Skip) continue;
    const last = runs.at(-1);
    if (last?.client === id.client && last.clock + last.length === id.clock) last.length += length;
    else {
      runs.push({ client: id.client, clock: id.clock, length });
      after.set(id.client, id.clock);
    }
  }
  const deletes = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, length: len })),
  );
  return { structs: runs, from, to, after, deletes: [...encodeDeleteSet(deletes)] };
}

test('a state vector read from Yjs is what the scan of its state says', () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      for (const doc of play(steps).docs) {
        const ends = scanUpdate(Y.encodeStateAsUpdate(doc)).structs.map(
          ({ client, clock, length }) => [client, clock + length] as const,
        );
        expect(new Map(ends)).toEqual(decodeStateVector(Y.encodeStateVector(doc)));
      }
    }),
    runs(30),
  );
});
