import type { EditorView } from '@tiptap/pm/view';

import type { Range } from './query.ts';

/** Of many places those nearest to one, as many as `count`. */
export function nearestPlaces(
  places: readonly Range[],
  to: number,
  count: number,
): readonly Range[] {
  if (places.length <= count) return places;
  const after = places.findIndex(({ from }) => from >= to);
  const middle = after < 0 ? places.length : after;
  const first = Math.max(0, Math.min(middle - Math.floor(count / 2), places.length - count));
  return places.slice(first, first + count);
}

/** The place of the document in the middle of the screen. */
export function placeInMiddle(view: EditorView): number {
  const { left, width } = view.dom.getBoundingClientRect();
  return view.posAtCoords({ left: left + width / 2, top: innerHeight / 2 })?.pos ?? 0;
}

/** Pixels at the top where the bars and the search lie, and some room at the bottom. */
const COVERED = { top: 190, bottom: 96 };

/** Scrolls a place into view, also within what scrolls by itself, such as a wide table. The focus stays. */
export function showPlace(view: EditorView, { from }: Range): void {
  const { node } = view.domAtPos(from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.closest('td, th, pre')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { top, bottom } = view.coordsAtPos(from);
  if (top >= COVERED.top && bottom <= innerHeight - COVERED.bottom) return;
  scrollBy({ top: top - innerHeight * 0.4, behavior: 'instant' });
}
