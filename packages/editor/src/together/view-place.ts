import type { EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

import { bindingOf } from '../binding/binding.ts';
import { lastAbove } from '../outline/headings.ts';

/** What somebody sees: the block at the top of their screen, and how much of it is above, 0 to 1. */
export interface ViewPlace {
  readonly block: unknown;
  readonly part: number;
}

/** Pixels from the top, below the bars: what is there is what is being read. */
const LINE = 112;

/** What this page sees, for presence; null if there is nothing. */
export function placeInView(view: EditorView): ViewPlace | null {
  const places: number[] = [];
  view.state.doc.forEach((_, at) => places.push(at));
  const boxOf = (index: number) => boxAt(view, places[index] ?? -1);
  const index = Math.max(
    0,
    lastAbove(places.length, (at) => boxOf(at)?.top ?? Infinity, LINE),
  );
  const box = boxOf(index);
  if (box === null) return null;
  const binding = bindingOf(view);
  // The library's types say `any`.
  const block = absolutePositionToRelativePosition(
    places[index] ?? 0,
    binding.type,
    binding.mapping,
  ) as Y.RelativePosition;
  const part = box.height === 0 ? 0 : (LINE - box.top) / box.height;
  return { block: Y.relativePositionToJSON(block), part: Math.round(within(part) * 1000) / 1000 };
}

/** What somebody sees, out of their presence; null if it can't be understood. */
export function parseViewPlace(data: unknown): ViewPlace | null {
  if (typeof data !== 'object' || data === null) return null;
  const { block, part } = data as Record<string, unknown>;
  if (typeof block !== 'object' || block === null || typeof part !== 'number') return null;
  return { block, part: Number.isFinite(part) ? within(part) : 0 };
}

/** Scrolls to what somebody sees; false if it isn't in the document any more. */
export function goToView(view: EditorView, { block, part }: ViewPlace): boolean {
  const binding = bindingOf(view);
  const at = absoluteOf(() =>
    relativePositionToAbsolutePosition(
      binding.doc,
      binding.type,
      Y.createRelativePositionFromJSON(block),
      binding.mapping,
    ),
  );
  const box = at === null ? null : boxAt(view, at);
  if (box === null) return false;
  const top = box.top + part * box.height - LINE;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (Math.abs(top) > 1) scrollBy({ top, behavior: calm ? 'instant' : 'smooth' });
  return true;
}

/** It comes from the network and may be anything. */
function absoluteOf(find: () => number | null): number | null {
  try {
    return find();
  } catch {
    return null;
  }
}

function boxAt(view: EditorView, at: number): DOMRect | null {
  if (at < 0 || at >= view.state.doc.content.size) return null;
  const element = view.nodeDOM(at);
  return element instanceof Element ? element.getBoundingClientRect() : null;
}

const within = (part: number): number => Math.max(0, Math.min(part, 1));
