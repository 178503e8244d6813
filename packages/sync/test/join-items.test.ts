import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { mergeUpdates, scanUpdate } from '@indelible/sync';

import { joinItems } from '../src/join-items.ts';
import { newDoc } from './support/edits.ts';
import { outcomeOf } from './support/folding.ts';
import { play, someSteps } from './support/real-updates.ts';
import { runs } from './support/runs.ts';
import { typed } from './support/typing.ts';

test('letters typed one after the other become one item, as in a document', () => {
  const text = 'naïve 👩‍👧 naïve, '.repeat(10);
  const updates = typed(text);
  const doc = newDoc(7);
  for (const update of updates) Y.applyUpdate(doc, update);
  expect(joinItems(Y.mergeUpdates(updates))).toEqual(Y.encodeStateAsUpdate(doc));
});

test('whoever has some of it and whoever has none reads the same, whatever came between', () => {
  fc.assert(
    fc.property(someSteps, fc.nat(40), fc.nat(40), (steps, from, known) => {
      const { updates } = play(steps);
      const first = updates.slice(0, from);
      const some = updates.slice(from, from + known);
      const joined = joinItems(Y.mergeUpdates(updates.slice(from)));
      scanUpdate(joined);
      expect(outcomeOf([...first, joined])).toEqual(outcomeOf(updates));
      expect(outcomeOf([...first, ...some, joined])).toEqual(outcomeOf(updates));
      expect(outcomeOf([...first, joined, ...some])).toEqual(outcomeOf(updates));
    }),
    runs(150),
  );
});

test('somebody who wrote between two letters finds them where they were', () => {
  const [a, b] = [newDoc(1), newDoc(2)];
  const updates: Uint8Array[] = [];
  a.on('update', (update: Uint8Array) => updates.push(update));
  a.getText('text').insert(0, 'x');
  Y.applyUpdate(b, updates[0] ?? new Uint8Array());
  b.getText('text').insert(1, 'BETWEEN');
  a.getText('text').insert(1, 'y');
  const joined = joinItems(Y.mergeUpdates(updates));
  expect(joined.length).toBeLessThan(Y.mergeUpdates(updates).length);
  const theirs = Y.encodeStateAsUpdate(b);
  Y.applyUpdate(a, theirs);
  const text = a.getText('text').toJSON();
  for (const order of [
    [joined, theirs],
    [theirs, joined],
  ]) {
    const doc = newDoc(3);
    for (const update of order) Y.applyUpdate(doc, update);
    expect(doc.getText('text').toJSON()).toBe(text);
  }
});

test('what was not typed in one go stays apart', () => {
  const doc = newDoc(1);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('text');
  text.insert(0, 'a');
  text.insert(0, 'b');
  text.insert(2, 'c');
  const merged = Y.mergeUpdates(updates);
  expect(joinItems(merged)).toBe(merged);
});

test('a hundred letters on their own take little more than a hundred bytes', () => {
  expect(mergeUpdates(typed('a'.repeat(100), 4_000_000_000)).length).toBeLessThan(130);
});

test('letters with something else to their right stay apart, though one follows the other', () => {
  const [a, b] = [newDoc(1), newDoc(2)];
  const updates: Uint8Array[] = [];
  a.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === null) updates.push(update);
  });
  a.getText('text').insert(0, 'x');
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  b.getText('text').insert(1, 'AFTER');
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b), 'remote');
  a.getText('text').insert(1, 'y');
  const merged = Y.mergeUpdates(updates);
  expect(joinItems(merged)).toBe(merged);
});
