import type { NodeRange } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { blockAt, blocksOf, isList } from './block-range.ts';

/** The block at a height of the window, whichever side of it the mouse is on; null above the first and below the last. */
export function blockUnder(view: EditorView, x: number, y: number): NodeRange | null {
  const content = view.dom.getBoundingClientRect();
  if (y < content.top || y > content.bottom) return null;
  const left = Math.min(Math.max(x, content.left + 1), content.right - 1);
  const hit = view.posAtCoords({ left, top: y });
  if (hit === null) return null;
  const { doc } = view.state;
  const inside = hit.inside < 0 ? null : doc.nodeAt(hit.inside);
  const range =
    inside !== null && inside.isBlock && (inside.isAtom || inside.type.name === 'image')
      ? blockAt(doc, hit.inside)
      : blocksOf(Selection.near(doc.resolve(hit.pos)));
  // Beside the text the whole of what holds the block is meant; items of lists are blocks of their own.
  if (range === null || x >= content.left || range.depth === 0 || isList(range.parent))
    return range;
  return blockAt(doc, range.$from.before(1));
}

/** Where a block is in the window. */
export function boxOf(view: EditorView, position: number): DOMRect | null {
  const element = view.nodeDOM(position);
  return element instanceof Element ? element.getBoundingClientRect() : null;
}
