import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { MAX_TITLE_LENGTH, readTitle, seedUpdate, setTitle, titleOf } from '../src/index.ts';

const titles = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', '👩🏽‍🚀', ' '), maxLength: 20 });

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, fromB);
  Y.applyUpdate(b, fromA);
}

describe('setTitle', () => {
  it('gives exactly the title, whatever it was before', () => {
    fc.assert(
      fc.property(titles, titles, (before, after) => {
        const doc = opened(seedUpdate(before));
        setTitle(doc, after);
        expect(titleOf(doc).toJSON()).toBe(after);
      }),
    );
  });

  it('writes nothing when the title is already that', () => {
    const doc = opened(seedUpdate('Plans'));
    let updates = 0;
    doc.on('update', () => (updates += 1));
    setTitle(doc, 'Plans');
    expect(updates).toBe(0);
  });

  it('converges when two people rename and type at once', () => {
    fc.assert(
      fc.property(titles, titles, titles, fc.nat(20), titles, (seed, renamed, other, at, typed) => {
        const update = seedUpdate(seed);
        const [a, b] = [opened(update), opened(update)];
        setTitle(a, renamed);
        setTitle(b, other);
        const text = titleOf(b);
        text.insert(Math.min(at, text.length), typed);
        exchange(a, b);
        expect(titleOf(a).toJSON()).toBe(titleOf(b).toJSON());
      }),
    );
  });

  it('keeps what another person typed meanwhile in a part it does not touch', () => {
    const update = seedUpdate('Notes on tea');
    const [a, b] = [opened(update), opened(update)];
    setTitle(a, 'Notes on coffee');
    titleOf(b).insert(0, 'My ');
    exchange(a, b);
    expect(titleOf(a).toJSON()).toBe('My Notes on coffee');
  });

  it('makes one line of many', () => {
    const doc = opened(seedUpdate(''));
    setTitle(doc, 'First \n second\r\nthird');
    expect(titleOf(doc).toJSON()).toBe('First second third');
  });
});

describe('readTitle', () => {
  it('is empty for a document nobody has named', () => {
    expect(readTitle(opened(seedUpdate('')))).toBe('');
  });

  it('shows a line break that came in raw as a space', () => {
    const doc = opened(seedUpdate(''));
    titleOf(doc).insert(0, ' a\nb ');
    expect(readTitle(doc)).toBe('a b');
  });

  it('shows no more than it may, and no half of a character', () => {
    const doc = opened(seedUpdate('x' + '😀'.repeat(MAX_TITLE_LENGTH)));
    const shown = readTitle(doc);
    expect(shown.length).toBe(MAX_TITLE_LENGTH - 1);
    expect(shown.endsWith('😀')).toBe(true);
  });
});
