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
