import type { Editor } from '@tiptap/core';
import { NodeRange, Slice } from '@tiptap/pm/model';

import { elementOf, positionOf } from '../links/block-place.ts';
import { blocksOf } from './block-range.ts';
import { blockUnder, boxOf } from './block-under.ts';
import { moveTo } from './move.ts';
import { performMove } from './perform-move.ts';

/** Where blocks that are being dragged would go: a line between two others, in pixels of the window. */
export interface DropLine {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Blocks on their way to another place. */
export interface Drag {
  readonly over: (event: DragEvent) => DropLine | null;
  readonly drop: (event: DragEvent) => void;
}

/** Begins to drag the selected blocks; elsewhere they can be dropped as text. */
export function beginDrag(editor: Editor, event: DragEvent): Drag | null {
  const { view } = editor;
  const range = blocksOf(view.state.selection);
  const data = event.dataTransfer;
  if (range === null || data === null) return null;
  const slice = new Slice(
    range.parent.content.cut(
      range.start - range.$from.start(range.depth),
      range.end - range.$from.start(range.depth),
    ),
    0,
    0,
  );
  const { dom, text } = view.serializeForClipboard(slice);
  data.setData('text/html', dom.innerHTML);
  data.setData('text/plain', text);
  data.effectAllowed = 'copyMove';
  const image = view.nodeDOM(range.start);
  if (image instanceof HTMLElement) data.setDragImage(image, 0, 0);
  // Others may write above them meanwhile.
  const [first, last] = endsOf(range).map((position) => elementOf(view, position));
  const now = (): NodeRange | null => {
    const [from = null, to = null] = [first, last].map((end) => end && positionOf(view, end));
    if (from === null || to === null) return null;
    const { doc } = view.state;
    const end = to + (doc.nodeAt(to)?.nodeSize ?? 0);
    const $from = doc.resolve(from);
    return new NodeRange($from, doc.resolve(end), $from.depth);
  };
  return {
    over: ({ clientX, clientY }) => {
      const [dragged, place] = [now(), placeAt(editor, clientX, clientY)];
      if (dragged === null || place === null) return null;
      return moveTo(view.state.tr, dragged, place.target) === null ? null : place.line;
    },
    drop: ({ clientX, clientY }) => {
      const [dragged, place] = [now(), placeAt(editor, clientX, clientY)];
      const move = dragged && place && moveTo(view.state.tr, dragged, place.target);
      if (move) performMove(view, move);
      view.focus();
    },
  };
}

/** Where the first and the last of the blocks are. */
function endsOf({ start, end, parent, endIndex }: NodeRange): [number, number] {
  return [start, end - parent.child(endIndex - 1).nodeSize];
}

/** Before or after the block that the mouse is over, whichever is nearer. */
function placeAt({ view }: Editor, x: number, y: number) {
  const content = view.dom.getBoundingClientRect();
  // Above and below the text its first and last block are meant.
  const height = Math.min(Math.max(y, content.top + 1), content.bottom - 1);
  const block = blockUnder(view, x, height);
  const box = block === null ? null : boxOf(view, block.start);
  if (block === null || box === null) return null;
  const isBefore = height < (box.top + box.bottom) / 2;
  return {
    target: isBefore ? block.start : block.end,
    line: { left: box.left, top: isBefore ? box.top - 3 : box.bottom + 2, width: box.width },
  };
}
