import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { textEdit } from '@indelible/document';

import { type Delta, rebase, shiftPlace } from '../src/title/title-edit.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

function textWith(initial: string): Y.Text {
  const text = new Y.Doc().getText('title');
  text.insert(0, initial);
  return text;
}

/** Makes a random change and tells the delta Yjs reports for it. */
function change(text: Y.Text, at: number, remove: number, insert: string): Delta {
  let delta: Delta = [];
  const note = (event: Y.YTextEvent) => (delta = event.delta);
  text.observe(note);
  text.doc?.transact(() => {
    const index = Math.min(at, text.length);
    text.delete(index, Math.min(remove, text.length - index));
    text.insert(index, insert);
  });
  text.unobserve(note);
  return delta;
}

const changes = fc.record({ at: fc.nat(8), remove: fc.nat(4), insert: word });
const oneKind = fc.oneof(
  changes.map((change) => ({ ...change, remove: 0 })),
  changes.map((change) => ({ ...change, insert: '' })),
);

describe('shiftPlace', () => {
  it('keeps a caret behind the letter it was behind, as a Yjs relative position does', () => {
    fc.assert(
      fc.property(word, fc.nat(8), oneKind, (initial, at, { at: where, remove, insert }) => {
        const text = textWith(initial);
        const caret = Math.min(at, text.length);
        const relative = Y.createRelativePositionFromTypeIndex(text, caret, -1);
        const delta = change(text, where, remove, insert);
        const expected =
          text.doc && Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
        expect(shiftPlace(delta, caret, 'before')).toBe(expected?.index);
      }),
    );
  });

  it('never leaves the text', () => {
    fc.assert(
      fc.property(word, fc.nat(8), changes, (initial, at, { at: where, remove, insert }) => {
        const text = textWith(initial);
        const place = Math.min(at, text.length);
        const delta = change(text, where, remove, insert);
        for (const side of ['before', 'after'] as const) {
          const shifted = shiftPlace(delta, place, side);
          expect(shifted).toBeGreaterThanOrEqual(0);
          expect(shifted).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('stays before or moves after what is inserted exactly there', () => {
    const delta = [{ retain: 2 }, { insert: 'xyz' }];
    expect(shiftPlace(delta, 2, 'before')).toBe(2);
    expect(shiftPlace(delta, 2, 'after')).toBe(5);
  });
});

describe('rebase', () => {
  it('changes nothing when nothing was missed', () => {
    const edit = { index: 2, remove: 3, insert: 'x' };
    expect(rebase(edit, [])).toEqual(edit);
  });

  it('lets a word composed over others’ changes lose none of the letters they wrote', () => {
    fc.assert(
      fc.property(word, word, fc.array(changes, { maxLength: 3 }), (shown, typed, others) => {
        const text = textWith(shown);
        // Capitals, to be told from what was there and what is typed.
        const missed = others.map(({ at, insert }) => change(text, at, 0, insert.toUpperCase()));
        const capitals = (title: string) => title.replace(/[^A-Z]/g, '').length;
        const before = capitals(text.toJSON());
        const edit = rebase(textEdit(shown, typed), missed);
        // A removal may enclose what others wrote in its middle; everything at or beyond its edges survives.
        fc.pre(edit.remove <= textEdit(shown, typed).remove);
        change(text, edit.index, edit.remove, edit.insert);
        expect(capitals(text.toJSON())).toBe(before);
      }),
    );
  });

  it('replaces the word that was composed over, wherever it has moved', () => {
    const text = textWith('a nihon b');
    const missed = [change(text, 0, 0, 'XX'), change(text, text.length, 0, 'YY')];
    const edit = rebase(textEdit('a nihon b', 'a 日本 b'), missed);
    change(text, edit.index, edit.remove, edit.insert);
    expect(text.toJSON()).toBe('XXa 日本 bYY');
  });
});
