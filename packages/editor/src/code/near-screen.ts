import type { EditorView } from '@tiptap/pm/view';

/** Pixels above and below the screen in which code is highlighted before somebody comes there. */
const AHEAD = 400;

/** So much code is highlighted as a whole; of more, only what is near the screen. */
const SMALL = 8000;

/** A part of a code block, in UTF-16 units of its code. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Whether an element is on the screen or will soon be. */
export function isNearScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -AHEAD && top < innerHeight + AHEAD;
}

/** The lines of a code block that are near the screen. `start` is where its code starts in the document. */
export function partNearScreen(view: EditorView, start: number, code: string): Part {
  if (code.length <= SMALL) return { from: 0, to: code.length };
  const from = firstBelow(view, start, code, -AHEAD);
  const to = firstBelow(view, start, code, innerHeight + AHEAD);
  return { from: lineStart(code, from), to: lineEnd(code, to) };
}

/** Where in the code lines begin to lie below a height of the screen, found by halving. */
function firstBelow(view: EditorView, start: number, code: string, height: number): number {
  let low = 0;
  let high = code.length;
  while (high - low > 200) {
    const middle = (low + high) >> 1;
    if (view.coordsAtPos(start + middle).top < height) low = middle;
    else high = middle;
  }
  return height < 0 ? low : high;
}

const lineStart = (code: string, at: number): number => code.lastIndexOf('\n', at - 1) + 1;

function lineEnd(code: string, at: number): number {
  const end = code.indexOf('\n', at);
  return end === -1 ? code.length : end;
}
