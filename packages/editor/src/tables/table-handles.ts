import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { words } from '../words/words.ts';
import { dragLine } from './drag-line.ts';
import type { Axis } from './move-lines.ts';
import { selectLines } from './table-commands.ts';
import { menuGroups, type MenuKind } from './table-menu-entries.ts';
import { TableMenu } from './table-menu.ts';
import { tablePlace } from './table-place.ts';

/** Pixels a handle is thick. */
const THICKNESS = 18;

/** The handles of the row, the column and the cell that the mouse or the caret is in, and their menu. */
export class TableHandles {
  readonly #view: EditorView;
  readonly #frame: HTMLElement;
  readonly #layer = document.createElement('div');
  readonly #row: HTMLButtonElement;
  readonly #column: HTMLButtonElement;
  readonly #cell: HTMLButtonElement;
  readonly #ended = new AbortController();
  readonly #observer = new ResizeObserver(() => this.update());
  #hovered: HTMLTableCellElement | null = null;
  #observed: Element | null = null;
  #menu: TableMenu | null = null;

  /** @param frame the page, which the handles are placed in. */
  constructor(view: EditorView, frame: HTMLElement) {
    this.#view = view;
    this.#frame = frame;
    this.#layer.className = 'ed-table-handles';
    this.#row = this.#handle('row');
    this.#column = this.#handle('column');
    this.#cell = this.#handle('cells');
    this.#layer.append(this.#row, this.#column, this.#cell);
    frame.append(this.#layer);
    const { signal } = this.#ended;
    frame.addEventListener('pointermove', (event) => this.#hover(event), { signal });
    frame.addEventListener('pointerleave', () => this.#leave(), { signal });
    frame.addEventListener('scroll', () => this.update(), { signal, capture: true, passive: true });
    this.#observer.observe(frame);
    this.update();
  }

  /** Puts the handles where their cell is now. */
  update(): void {
    const cell = this.#cellInUse();
    const box = cell?.closest<HTMLElement>('.tableWrapper') ?? null;
    const isShown = cell !== null && box !== null && this.#view.editable;
    this.#layer.hidden = !isShown;
    if (!isShown) return;
    if (this.#observed !== box) {
      if (this.#observed !== null) this.#observer.unobserve(this.#observed);
      this.#observer.observe(box);
      this.#observed = box;
    }
    this.#place(cell, box);
  }

  /** Opens the menu for the cells that are selected, or the one with the caret. */
  openMenu(): void {
    this.#hovered = null;
    this.update();
    if (!this.#layer.hidden) this.#open('cells', this.#cell);
  }

  destroy(): void {
    this.#menu?.close();
    this.#ended.abort();
    this.#observer.disconnect();
    this.#layer.remove();
  }

  #handle(kind: MenuKind): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `ed-table-handle ed-table-handle-${kind}`;
    button.setAttribute('aria-haspopup', 'menu');
    // The keyboard has its own way: the menu of the cell.
    button.tabIndex = -1;
    button.addEventListener('mousedown', (event) => event.preventDefault());
    if (kind !== 'cells')
      button.addEventListener('pointerdown', (event) => this.#drag(kind, event));
    button.addEventListener('click', () => {
      if (kind !== 'cells') this.#select(kind);
      else this.#takeHovered();
      this.#open(kind, button);
    });
    return button;
  }

  #cellInUse(): HTMLTableCellElement | null {
    if (this.#hovered?.isConnected === true) return this.#hovered;
    const { state } = this.#view;
    const place = tablePlace(state);
    if (place === null) return null;
    const { map, rect, start } = place;
    const cell = this.#view.nodeDOM(start + (map.map[rect.top * map.width + rect.left] ?? 0));
    return cell instanceof HTMLTableCellElement ? cell : null;
  }

  #place(cell: HTMLElement, box: HTMLElement): void {
    const outer = this.#frame.getBoundingClientRect();
    const [inner, seen] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
    const row = cell.parentElement?.getBoundingClientRect() ?? inner;
    put(this.#row, {
      left: seen.left - outer.left - THICKNESS,
      top: row.top - outer.top,
      width: THICKNESS,
      height: row.height,
    });
    const [left, right] = [Math.max(inner.left, seen.left), Math.min(inner.right, seen.right)];
    put(this.#column, {
      left: left - outer.left,
      top: seen.top - outer.top - THICKNESS,
      width: Math.max(0, right - left),
      height: THICKNESS,
    });
    const isSeen = right - left > 2 * THICKNESS;
    this.#column.hidden = !isSeen;
    this.#cell.hidden = !isSeen;
    put(this.#cell, {
      // Where the words of the cell end, not where they begin.
      left: (isRightToLeft(cell) ? left + 2 : right - 26) - outer.left,
      top: inner.top - outer.top + 2,
      width: 24,
      height: 24,
    });
    this.#name(cell);
  }

  #name(cell: HTMLElement): void {
    const { rowHandle, columnHandle, cellHandle } = words().tables;
    const row = cell.parentElement;
    const rows = row === null ? 0 : [...(row.parentElement?.children ?? [])].indexOf(row) + 1;
    const columns = row === null ? 0 : [...row.children].indexOf(cell) + 1;
    label(this.#row, rowHandle(rows));
    label(this.#column, columnHandle(columns));
    label(this.#cell, cellHandle);
  }

  #hover({ target, clientX, clientY, pointerType, buttons }: PointerEvent): void {
    if (pointerType === 'touch' || buttons !== 0 || this.#menu !== null) return;
    if (!(target instanceof Element) || this.#layer.contains(target)) return;
    const cell = target.closest<HTMLTableCellElement>('.ProseMirror :is(td, th)');
    const next = cell ?? (this.#isNear(clientX, clientY) ? this.#hovered : null);
    if (next === this.#hovered) return;
    this.#hovered = next;
    this.update();
  }

  #leave(): void {
    if (this.#menu !== null || this.#hovered === null) return;
    this.#hovered = null;
    this.update();
  }

  /** On the way from a cell to its handles. */
  #isNear(x: number, y: number): boolean {
    const box = this.#hovered?.closest('.tableWrapper')?.getBoundingClientRect();
    if (box === undefined) return false;
    const room = 2 * THICKNESS;
    return (
      x > box.left - room && x < box.right + room && y > box.top - room && y < box.bottom + room
    );
  }

  /** The caret goes to the cell under the mouse, unless that is one of the selected. */
  #takeHovered(): void {
    const cell = this.#hovered;
    if (cell?.isConnected !== true || cell.classList.contains('selectedCell')) return;
    const { state } = this.#view;
    const inside = state.doc.resolve(this.#view.posAtDOM(cell, 0));
    this.#view.dispatch(state.tr.setSelection(Selection.near(inside)));
  }

  #select(axis: Axis): void {
    this.#takeHovered();
    selectLines(axis)(this.#view.state, this.#view.dispatch);
  }

  #open(kind: MenuKind, handle: HTMLElement): void {
    const view = this.#view;
    const { row, column, cells } = words().tables;
    this.#menu?.close();
    this.#menu = new TableMenu(this.#frame, handle.getBoundingClientRect(), {
      label: { row, column, cells }[kind],
      groups: () => menuGroups(kind, view),
      choose: ({ run }) => run(view.state, view.dispatch, view),
      onClose: () => {
        this.#menu = null;
        this.#hovered = null;
        if (!view.isDestroyed) view.focus();
        this.update();
      },
    });
  }

  #drag(axis: Axis, event: PointerEvent): void {
    if (event.button !== 0) return;
    const cell = this.#cellInUse();
    if (cell === null) return;
    dragLine(this.#view, this.#frame, axis, event, () => this.#select(axis));
  }
}

function put(
  { style }: HTMLElement,
  box: Readonly<Record<'left' | 'top' | 'width' | 'height', number>>,
): void {
  for (const [side, value] of Object.entries(box)) style.setProperty(side, `${value}px`);
}

const isRightToLeft = (cell: HTMLElement): boolean => getComputedStyle(cell).direction === 'rtl';

function label(button: HTMLElement, name: string): void {
  if (button.getAttribute('aria-label') === name) return;
  button.setAttribute('aria-label', name);
  button.title = name;
}
