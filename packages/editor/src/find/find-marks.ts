import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { movedPlaces } from '../binding/moved-places.ts';
import type { Range } from './query.ts';

const key = new PluginKey<DecorationSet>('findMarks');

/** Draws what was found. Always there, because a plugin that comes later would have all others begin anew. */
export const findMarks = Extension.create({
  name: 'findMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, marks) => {
          const drawn = tr.getMeta(key) as DecorationSet | undefined;
          if (drawn !== undefined) return drawn;
          if (!tr.docChanged || marks === DecorationSet.empty) return marks;
          return marks.map(movedPlaces(tr), tr.doc);
        },
      },
      props: { decorations: (state) => key.getState(state) ?? null },
    }),
  ],
});

/** Has these places marked instead of those before; blocks whose marks stay are not drawn again. */
export function markFound(tr: Transaction, places: readonly Range[], current: number): Transaction {
  const marks = places.map(({ from, to }) =>
    Decoration.inline(from, to, {
      class: from === current ? 'ed-found is-current' : 'ed-found',
    }),
  );
  const set = marks.length === 0 ? DecorationSet.empty : DecorationSet.create(tr.doc, marks);
  return tr.setMeta(key, set).setMeta('addToHistory', false);
}
