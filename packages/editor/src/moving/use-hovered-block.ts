import type { Editor } from '@tiptap/core';
import type { NodeRange } from '@tiptap/pm/model';
import { type RefObject, useEffect, useState } from 'react';

import { blocksOf } from './block-range.ts';
import { blockUnder, boxOf } from './block-under.ts';

/** Where a block's handle belongs, in pixels of the page. */
export interface HandlePlace {
  readonly position: number;
  readonly top: number;
  readonly left: number;
}

/** The place beside the block that the mouse is over; null while it is over none, or somebody types. */
export function useHoveredBlock(
  editor: Editor,
  page: RefObject<HTMLElement | null>,
  isHeld: boolean,
) {
  const [place, setPlace] = useState<HandlePlace | null>(null);
  useEffect(() => {
    const frame = page.current;
    if (frame === null || isHeld) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    const look = ({ clientX, clientY, pointerType, buttons }: PointerEvent) => {
      if (pointerType === 'touch' || buttons !== 0 || editor.isDestroyed) return;
      const block = blockUnder(editor.view, clientX, clientY);
      if (block !== null) setPlace((last) => placeBeside(editor, frame, block, last));
    };
    const leave = () => setPlace(null);
    // The handle stands to the left of the page's column.
    const around = frame.closest('.ed') ?? frame;
    around.addEventListener('pointermove', (event) => look(event as PointerEvent), { signal });
    around.addEventListener('pointerleave', leave, { signal });
    editor.view.dom.addEventListener('keydown', leave, { signal });
    return () => ended.abort();
  }, [editor, page, isHeld]);
  const goToCaret = (): void => {
    const block = blocksOf(editor.state.selection);
    if (page.current !== null && block !== null) {
      setPlace(placeBeside(editor, page.current, block, null));
    }
  };
  return { place, goToCaret };
}

/** Where the handle of a block is; the last place again if it is still the same. */
export function placeBeside(
  { view }: Editor,
  frame: HTMLElement,
  { start }: NodeRange,
  last: HandlePlace | null,
): HandlePlace | null {
  const box = boxOf(view, start);
  if (box === null) return null;
  const outer = frame.getBoundingClientRect();
  const content = view.dom.getBoundingClientRect();
  const top = Math.round(middleOfFirstLine(view.nodeDOM(start), box) - outer.top);
  const left = Math.round(content.left - outer.left);
  const isSame = last?.position === start && last.top === top && last.left === left;
  return isSame ? last : { position: start, top, left };
}

/** A handle stands beside a block's first line, however high that is. */
function middleOfFirstLine(dom: Node | null, box: DOMRect): number {
  const line = dom instanceof Element ? (dom.querySelector('p, h1, h2, h3, h4') ?? dom) : null;
  if (line === null || dom === null) return box.top + 14;
  const height = Number.parseFloat(getComputedStyle(line).lineHeight);
  const lineTop = line.getBoundingClientRect().top;
  const usable = Number.isNaN(height) ? 28 : height;
  return (line.matches('p, h1, h2, h3, h4') ? lineTop : box.top) + Math.min(usable, 48) / 2;
}
