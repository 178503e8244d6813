import type { EditorView } from '@tiptap/pm/view';

import { type Axis, canMove, moveLines, selectedLines, wholeLines } from './move-lines.ts';
import { tablePlace } from './table-place.ts';

/** Pixels a handle is pulled before it is taken along. */
const SLACK = 4;

interface Edge {
  /** The row or column before which things would be put. */
  readonly before: number;
  /** Pixels of the screen. */
  readonly at: number;
}

/**
 * Takes a row or column along with the pointer and puts it where the pointer lets go. Escape leaves everything as it was.
 *
 * @param select selects what is pulled; called when it is clear that it is pulled and not clicked.
 */
export function dragLine(
  view: EditorView,
  frame: HTMLElement,
  axis: Axis,
  start: PointerEvent,
  select: () => void,
): void {
  const ended = new AbortController();
  const { signal } = ended;
  const line = document.createElement('div');
  line.className = `ed-table-drop ed-table-drop-${axis}`;
  let edge: Edge | null = null;
  let isPulled = false;

  const end = (): void => {
    ended.abort();
    line.remove();
  };
  const move = (event: PointerEvent): void => {
    if (!isPulled && distance(start, event) < SLACK) return;
    if (!isPulled) {
      isPulled = true;
      select();
      frame.append(line);
    }
    edge = edgeAt(view, axis, axis === 'row' ? event.clientY : event.clientX);
    draw(line, view, frame, axis, edge);
  };
  const drop = (): void => {
    end();
    if (!isPulled) return;
    // The click that the browser makes of it would open the menu.
    window.addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', stop, true));
    if (edge !== null) moveLines(axis, edge)(view.state, view.dispatch, view);
    view.focus();
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', drop, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
}

function stop(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

const distance = (a: PointerEvent, b: PointerEvent): number =>
  Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

/** The nearest place that the selected lines may go to. */
function edgeAt(view: EditorView, axis: Axis, pointer: number): Edge | null {
  const place = tablePlace(view.state);
  if (place === null) return null;
  const lines = wholeLines(place.map, axis, selectedLines(place, axis));
  const edges = edgesOf(view, axis).filter(({ before }) => canMove(place, axis, lines, before));
  const near = edges.toSorted((a, b) => Math.abs(a.at - pointer) - Math.abs(b.at - pointer))[0];
  const home = edgesOf(view, axis).filter(
    ({ before }) => before >= lines.from && before <= lines.to,
  );
  const isHome = home.some(
    ({ at }) => Math.abs(at - pointer) < Math.abs((near?.at ?? 1e9) - pointer),
  );
  return isHome ? null : (near ?? null);
}

/** Where rows or columns begin, and where the last of them ends. */
function edgesOf(view: EditorView, axis: Axis): Edge[] {
  const place = tablePlace(view.state);
  if (place === null) return [];
  const { map, start } = place;
  const starts = new Map<number, number>();
  let last = -Infinity;
  const isTurned = getComputedStyle(view.dom).direction === 'rtl' && axis === 'column';
  for (const cell of new Set(map.map)) {
    const element = view.nodeDOM(start + cell);
    if (!(element instanceof HTMLElement)) continue;
    const { left, top } = map.findCell(cell);
    const box = element.getBoundingClientRect();
    const [from, to] = axis === 'row' ? [box.top, box.bottom] : [box.left, box.right];
    starts.set(axis === 'row' ? top : left, isTurned ? to : from);
    last =
      last === -Infinity
        ? isTurned
          ? from
          : to
        : isTurned
          ? Math.min(last, from)
          : Math.max(last, to);
  }
  const end = { before: axis === 'row' ? map.height : map.width, at: last };
  return [...[...starts].map(([before, at]) => ({ before, at })), end];
}

function draw(
  line: HTMLElement,
  view: EditorView,
  frame: HTMLElement,
  axis: Axis,
  edge: Edge | null,
): void {
  line.hidden = edge === null;
  const place = tablePlace(view.state);
  const table = place === null ? null : view.nodeDOM(place.start - 1);
  if (edge === null || !(table instanceof HTMLElement)) return;
  const [outer, box] = [frame.getBoundingClientRect(), table.getBoundingClientRect()];
  const { style } = line;
  if (axis === 'row') {
    style.left = `${box.left - outer.left}px`;
    style.top = `${edge.at - outer.top - 1}px`;
    style.width = `${box.width}px`;
  } else {
    style.left = `${edge.at - outer.left - 1}px`;
    style.top = `${box.top - outer.top}px`;
    style.height = `${box.height}px`;
  }
}
