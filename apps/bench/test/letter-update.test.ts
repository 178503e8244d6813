import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { letterUpdate, rootName } from '../src/wire/letter-update.ts';
import { readStructRuns } from '../src/wire/struct-runs.ts';

const CLIENT = 3_000_000_000;
const LETTERS = ['a', 'b', 'c'];

describe('a letter', () => {
  it('is the same bytes as Yjs makes of it', () => {
    const doc = new Y.Doc();
    doc.clientID = CLIENT;
    const made: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => made.push(update));
    const text = doc.getText(rootName(CLIENT));
    for (const [n, letter] of LETTERS.entries()) text.insert(n, letter);
    expect(LETTERS.map((letter, n) => letterUpdate(CLIENT, n, letter))).toEqual(made);
  });
});

describe('the letters an update carries', () => {
  it('are found in what Yjs merges from many authors, in any order', () => {
    const updates = [7, CLIENT].flatMap((client) =>
      Array.from({ length: 5 }, (_, clock) => letterUpdate(client, clock, 'x')),
    );
    const merged = Y.mergeUpdates(updates.toReversed());
    expect(readStructRuns(merged)).toEqual([
      { client: CLIENT, clock: 0, length: 5 },
      { client: 7, clock: 0, length: 5 },
    ]);
  });

  it('leave out what is skipped', () => {
    const merged = Y.mergeUpdates([letterUpdate(7, 0, 'x'), letterUpdate(7, 3, 'x')]);
    expect(readStructRuns(merged)).toEqual([
      { client: 7, clock: 0, length: 1 },
      { client: 7, clock: 3, length: 1 },
    ]);
  });

  it('are counted like Yjs counts them where they were deleted, collected or take several bytes', () => {
    const doc = new Y.Doc();
    const text = doc.getText('text');
    text.insert(0, 'né 🖋 naïve');
    text.insert(3, 'between');
    text.delete(1, 4);
    doc.getMap('map').set('gone', new Y.Text('x'));
    doc.getMap('map').delete('gone');
    const [run] = readStructRuns(Y.encodeStateAsUpdate(doc));
    expect(run).toEqual({
      client: doc.clientID,
      clock: 0,
      length: Y.getState(doc.store, doc.clientID),
    });
  });

  it('can’t be read from anything but text', () => {
    const doc = new Y.Doc();
    doc.getMap('map').set('key', 1);
    expect(() => readStructRuns(Y.encodeStateAsUpdate(doc))).toThrow(/content of kind/);
  });
});
