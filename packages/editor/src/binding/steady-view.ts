import type { MapResult } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';

import { bindingOf } from './binding.ts';
import { changedPart } from './changed-part.ts';

/** Pixels from the top that are covered by bars. */
const COVERED = 112;

/** Blocks remembered, because any of them may be drawn anew. */
const REMEMBERED = 8;

/** Where something that should stay is, in pixels from the top of the window; null if it is gone. */
type Place = () => number | null;

/**
 * Keeps what one reads where it is on the screen while others write: one's own caret if it is seen, else what is at the
 * top. The browser's own way of doing so is missing from some, and holds the top of the screen, not the caret.
 *
 * @returns a function that ends it.
 */
export function keepViewSteady(view: EditorView): () => void {
  const binding = bindingOf(view);
  // It would scroll to the caret whenever somebody else writes.
  binding._isLocalCursorInView = () => false;
  const { style } = document.documentElement;
  let frame = 0;
  const before = (transaction: Y.Transaction): void => {
    if (transaction.local || frame !== 0) return;
    const place = placeToKeep(view);
    const top = place?.() ?? null;
    if (place === null || top === null) return;
    const { scrollY } = window;
    style.overflowAnchor = 'none';
    frame = requestAnimationFrame(() => {
      frame = 0;
      const now = view.isDestroyed ? null : place();
      // Whoever scrolls meanwhile goes where they want.
      if (now !== null && window.scrollY === scrollY && Math.abs(now - top) >= 1) {
        scrollBy({ top: now - top, behavior: 'instant' });
      }
      style.overflowAnchor = '';
    });
  };
  // What one writes oneself moves the caret, and the page has to go along.
  const onInput = (): void => {
    if (frame === 0) return;
    cancelAnimationFrame(frame);
    frame = 0;
    style.overflowAnchor = '';
  };
  binding.doc.on('beforeObserverCalls', before);
  view.dom.addEventListener('beforeinput', onInput);
  view.dom.addEventListener('keydown', onInput);
  return () => {
    onInput();
    binding.doc.off('beforeObserverCalls', before);
    view.dom.removeEventListener('beforeinput', onInput);
    view.dom.removeEventListener('keydown', onInput);
  };
}

function placeToKeep(view: EditorView): Place | null {
  if (view.hasFocus()) {
    const top = caretTop(view);
    if (top >= 0 && top <= innerHeight) return () => caretTop(view);
  }
  const blocks = blocksInView(view);
  const { doc } = view.state;
  const [first] = blocks;
  if (first === undefined) return null;
  return () => {
    const part = changedPart(doc, view.state.doc);
    for (const { at, top } of blocks) {
      const now = topAt(view, part?.mapResult(at, 1) ?? { pos: at, deleted: false });
      if (now !== null) return first.top + now - top;
    }
    return null;
  };
}

/** By its place: elements are used again for other blocks. */
function topAt(view: EditorView, { pos, deleted }: Pick<MapResult, 'pos' | 'deleted'>) {
  const element = deleted ? null : view.nodeDOM(pos);
  return element instanceof Element ? topOf(element) : null;
}

const caretTop = (view: EditorView): number => view.coordsAtPos(view.state.selection.head).top;

const topOf = (element: Element): number => element.getBoundingClientRect().top;

interface SeenBlock {
  /** Its place in the document. */
  readonly at: number;
  readonly top: number;
}

/** The first blocks that can be seen. */
function blocksInView(view: EditorView): SeenBlock[] {
  const { children } = view.dom;
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const block = children[middle];
    if (block !== undefined && block.getBoundingClientRect().bottom <= COVERED) low = middle + 1;
    else high = middle;
  }
  return Array.from({ length: REMEMBERED }, (_, index) => children[low + index]).flatMap(
    (block) => {
      if (block === undefined) return [];
      const { node, offset } = view.state.doc.childAfter(view.posAtDOM(block, 0));
      return node === null ? [] : [{ at: offset, top: topOf(block) }];
    },
  );
}
