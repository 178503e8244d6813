import { EditorState } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { schema } from '@indelible/document/schema';

import { movedPlaces } from '../src/binding/moved-places.ts';

const docOf = (lines: readonly string[]) =>
  schema.node(
    'doc',
    null,
    lines.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])),
  );

/** Another person's change, as the binding draws it. */
function received(before: readonly string[], after: readonly string[]) {
  const { tr } = EditorState.create({ doc: docOf(before) });
  tr.replaceWith(0, tr.doc.content.size, docOf(after).content);
  return tr.setMeta(ySyncPluginKey, { isChangeOrigin: true });
}

describe('places after somebody else’s change', () => {
  it('stay with the words around them', () => {
    const moved = movedPlaces(received(['one', 'two'], ['one', 'new', 'two']));
    // Before "two", five places further on.
    expect(moved.map(6)).toBe(11);
    expect(moved.map(2)).toBe(2);
  });

  it('stay where they are if nothing has changed', () => {
    expect(movedPlaces(received(['aa'], ['aa'])).map(2)).toBe(2);
  });

  it('are known for what repeats, too', () => {
    const moved = movedPlaces(received(['aa'], ['aaa']));
    expect(moved.map(0)).toBe(0);
    expect(moved.map(4)).toBe(5);
  });

  it('outside of what has changed have the same before and behind them', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const tr = received(before, after);
        const moved = movedPlaces(tr);
        for (let place = 0; place <= tr.before.content.size; place += 1) {
          const { pos, deleted } = moved.mapResult(place, 1);
          expect(pos).toBeLessThanOrEqual(tr.doc.content.size);
          if (deleted) continue;
          const letter = tr.before.textBetween(place, Math.min(place + 1, tr.before.content.size));
          if (letter === '') continue;
          expect(tr.doc.textBetween(pos, pos + 1)).toBe(letter);
        }
      }),
    );
  });
});
