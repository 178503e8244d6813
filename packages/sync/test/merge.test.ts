import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { EMPTY_UPDATE, mergeUpdates, scanUpdate } from '@indelible/sync';

import { outcomeOf } from './support/folding.ts';
import { play, someSteps } from './support/real-updates.ts';
import { runs } from './support/runs.ts';
import { typed } from './support/typing.ts';

test('the empty update is what Yjs makes of an empty document', () => {
  expect(EMPTY_UPDATE).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  expect(mergeUpdates([])).toEqual(EMPTY_UPDATE);
});

test('one update is not touched', () => {
  const update = new Uint8Array([0, 0]);
  expect(mergeUpdates([update])).toBe(update);
});

test('merging any number of updates is the same as applying them all', () => {
  fc.assert(
    fc.property(someSteps, fc.integer({ min: 1, max: 6 }), (steps, times) => {
      const { updates } = play(steps);
      // Repeated, so that more than one level of groups is needed.
      const many = Array.from({ length: times }, () => updates).flat();
      const merged = mergeUpdates(many);
      scanUpdate(merged);
      expect(outcomeOf([merged])).toEqual(outcomeOf(updates));
    }),
    runs(100),
  );
});

test('so many updates are merged in groups of groups that nothing of them is lost', () => {
  const updates = typed('a'.repeat(2600));
  expect(outcomeOf([mergeUpdates(updates)])).toEqual(outcomeOf([...updates]));
});
