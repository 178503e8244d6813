import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { foldUpdates } from '../src/snapshot.ts';

const edit = fc.record({
  at: fc.nat(50),
  remove: fc.nat(5),
  insert: fc.string({ maxLength: 8 }),
});

test('I3: a fold reads back as the document it was made of', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (edits) => {
      const { doc, updates } = write(edits);
      const fold = foldUpdates(updates);
      const read = new Y.Doc();
      Y.applyUpdate(read, fold.update);
      expect(read.getText('text').toString()).toBe(doc.getText('text').toString());
      expect(fold.stateVector).toEqual(Y.encodeStateVector(doc));
      expect(Y.equalSnapshots(Y.snapshot(read), Y.snapshot(doc))).toBe(true);
    }),
  );
});

test('a fold of a log with a hole is refused', () => {
  const { updates } = write([
    { at: 0, remove: 0, insert: 'one' },
    { at: 3, remove: 0, insert: 'two' },
  ]);
  expect(() => foldUpdates(updates.slice(1))).toThrow('missing');
});

test('a fold of which more is deleted whenever it is read is folded until nothing is', () => {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = doc.getText('text');
  // A map's entry of several clocks, as nobody's editor writes it, and then a part of it deleted.
  const entry = [
    1,
    1,
    1,
    0,
    0x24,
    1,
    4,
    ...bytesOf('text'),
    1,
    ...bytesOf('a'),
    5,
    ...bytesOf('abcde'),
    0,
  ];
  const deletion = [0, 1, 1, 1, 2, 3];
  const parts = [entry, deletion].map((bytes) => new Uint8Array(bytes));
  for (const part of parts) Y.applyUpdate(doc, part);
  expect(Y.encodeStateAsUpdate(read(Y.encodeStateAsUpdate(doc)))).not.toEqual(
    Y.encodeStateAsUpdate(doc),
  );

  const fold = foldUpdates(parts);
  expect(fold.stateVector).toEqual(Y.encodeStateVector(doc));
  expect(Y.encodeStateAsUpdate(read(fold.update))).toEqual(fold.update);
  expect(text.toJSON()).toBe('');
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

function write(edits: readonly Edit[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('text');
  for (const { at, remove, insert } of edits) {
    const index = Math.min(at, text.length);
    text.delete(index, Math.min(remove, text.length - index));
    text.insert(index, insert);
  }
  return { doc, updates };
}
