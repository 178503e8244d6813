import type { EditorView } from '@tiptap/pm/view';

import { element } from '../draw.ts';
import { fittingWidth } from './place.ts';

interface Resized {
  /** What has the width. */
  readonly box: HTMLElement;
  /** What it may be as wide as. */
  readonly column: HTMLElement;
  readonly view: EditorView;
  readonly getPos: () => number | undefined;
}

/**
 * Handles at both sides of a box, for the pointer; keys have the buttons of its toolbar. The document learns the
 * width when the handle is let go, so that others see one change.
 */
export function addHandles(resized: Resized): void {
  for (const side of ['left', 'right'] as const) {
    const handle = element('span', { class: `ed-resize ed-resize-${side}` });
    handle.setAttribute('aria-hidden', 'true');
    handle.addEventListener('pointerdown', (event) => drag(event, side, resized));
    resized.box.append(handle);
  }
}

function drag(
  start: PointerEvent,
  side: 'left' | 'right',
  { box, column, view, getPos }: Resized,
): void {
  if (!view.editable || start.button !== 0) return;
  start.preventDefault();
  const { currentTarget: handle } = start;
  if (!(handle instanceof HTMLElement)) return;
  const former = { inline: box.style.width, pixels: box.getBoundingClientRect().width };
  const isCentred = column.dataset['align'] === 'center' || column.dataset['align'] === 'full';
  const widthAt = ({ clientX }: PointerEvent): number => {
    const outward = (clientX - start.clientX) * (side === 'right' ? 1 : -1);
    // In the middle both sides move.
    return fittingWidth(former.pixels + outward * (isCentred ? 2 : 1), column.clientWidth);
  };
  const ended = new AbortController();
  const { signal } = ended;
  const cancel = (): void => {
    ended.abort();
    box.style.width = former.inline;
  };
  handle.setPointerCapture(start.pointerId);
  handle.addEventListener('pointermove', (event) => (box.style.width = `${widthAt(event)}px`), {
    signal,
  });
  handle.addEventListener('pointercancel', cancel, { signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && cancel(), {
    signal,
    capture: true,
  });
  handle.addEventListener(
    'pointerup',
    (event) => {
      cancel();
      keep(view, getPos(), widthAt(event));
    },
    { signal },
  );
}

function keep(view: EditorView, at: number | undefined, width: number): void {
  const node = at === undefined ? null : view.state.doc.nodeAt(at);
  if (at === undefined || node === null) return;
  const { tr } = view.state;
  if (node.attrs['align'] === 'full') tr.setNodeAttribute(at, 'align', null);
  view.dispatch(tr.setNodeAttribute(at, 'width', width));
}
