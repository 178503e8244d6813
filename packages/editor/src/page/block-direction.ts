import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { Mapping } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { movedPlaces } from '../binding/moved-places.ts';

/**
 * Blocks with something at their beginning, a sign or a line or a first column, which stands on the side where their
 * words begin. Plain text needs none of this: the style sheet has each paragraph find its direction.
 */
const DIRECTED = new Set([
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'callout',
  'details',
  'table',
]);

const key = new PluginKey<DecorationSet>('blockDirection');

/** Has lists, quotes, boxes and tables run in the direction of the words in them. */
export const blockDirection = Extension.create({
  name: 'blockDirection',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, { doc }) => DecorationSet.create(doc, directed(doc, 0, doc.content.size)),
        apply: followDirections,
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** The decorations after a transaction: only what it has changed is looked at again. */
export function followDirections(tr: Transaction, before: DecorationSet): DecorationSet {
  if (!tr.docChanged) return before;
  const moved = movedPlaces(tr);
  const set = before.map(moved, tr.doc);
  const { from, to } = changed(tr, moved);
  const missing = directed(tr.doc, from, to).filter(
    (one) =>
      !set.find(one.from, one.to).some((kept) => kept.from === one.from && kept.to === one.to),
  );
  return missing.length === 0 ? set : set.add(tr.doc, missing);
}

/** Decorations for all such blocks that overlap a range. */
export function directed(doc: Node, from: number, to: number): Decoration[] {
  const found: Decoration[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (DIRECTED.has(node.type.name)) {
      // The browser finds the first letter that has a direction, and goes on finding it while one types.
      found.push(Decoration.node(position, position + node.nodeSize, { dir: 'auto' }));
    }
    return !node.isTextblock;
  });
  return found;
}

/** The smallest range of the new document that covers every change. */
function changed({ doc }: Transaction, mapping: Mapping): { from: number; to: number } {
  let [from, to] = [doc.content.size, 0];
  mapping.maps.forEach((map, index) => {
    const rest = mapping.slice(index + 1);
    map.forEach((_oldStart, _oldEnd, start, end) => {
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  });
  // Steps that only change attributes have no range in their map.
  return from > to ? { from: 0, to: doc.content.size } : { from, to };
}
