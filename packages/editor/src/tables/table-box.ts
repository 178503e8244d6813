import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';

import { NARROWEST_COLUMN } from './resize-columns.ts';

/** More columns than this are drawn without widths of their own: whoever sent them did not mean to be read. */
const MAX_COLUMNS = 1000;

/** A table in a box of its own, which scrolls if the table is wider than the page and shows on which side there is more. */
export class TableBox implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM: HTMLElement;
  readonly #table = document.createElement('table');
  readonly #columns = document.createElement('colgroup');
  readonly #observer = new ResizeObserver(() => this.#hint());
  #node: Node;

  constructor(node: Node) {
    this.#node = node;
    this.dom.className = 'tableWrapper';
    this.contentDOM = document.createElement('tbody');
    this.#table.append(this.#columns, this.contentDOM);
    this.dom.append(this.#table);
    this.#draw();
    this.dom.addEventListener('scroll', () => this.#hint(), { passive: true });
    this.#observer.observe(this.dom);
    this.#observer.observe(this.#table);
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#draw();
    return true;
  }

  ignoreMutation({ target }: ViewMutationRecord): boolean {
    return !this.contentDOM.contains(target);
  }

  destroy(): void {
    this.#observer.disconnect();
  }

  #draw(): void {
    const widths = columnWidths(this.#node);
    while (this.#columns.childElementCount > widths.length)
      this.#columns.lastElementChild?.remove();
    while (this.#columns.childElementCount < widths.length)
      this.#columns.append(document.createElement('col'));
    for (const [index, column] of [...this.#columns.children].entries()) {
      if (column instanceof HTMLElement) column.style.width = pixels(widths[index] ?? 0);
    }
    const total = widths.reduce((sum, width) => sum + (width === 0 ? NARROWEST_COLUMN : width), 0);
    const isFixed = widths.every((width) => width > 0) && widths.length > 0;
    this.#table.style.width = isFixed ? pixels(total) : '';
    this.#table.style.minWidth = isFixed ? '' : pixels(total);
  }

  #hint(): void {
    const { scrollLeft, scrollWidth, clientWidth, dataset } = this.dom;
    // Negative where lines run from right to left.
    const scrolled = Math.abs(scrollLeft);
    const more = [
      ...(scrolled > 1 ? ['start'] : []),
      ...(scrolled + clientWidth < scrollWidth - 1 ? ['end'] : []),
    ].join(' ');
    if (dataset['more'] !== more) dataset['more'] = more;
  }
}

const pixels = (width: number): string => (width === 0 ? '' : `${width}px`);

/** The columns' widths in pixels, 0 where none is set. */
function columnWidths({ firstChild }: Node): number[] {
  const widths: number[] = [];
  for (const { attrs } of firstChild?.children ?? []) {
    const own = attrs['colwidth'] as readonly number[] | null;
    const span = attrs['colspan'] as number;
    if (widths.length + span > MAX_COLUMNS) return [];
    for (let index = 0; index < span; index += 1) widths.push(own?.[index] ?? 0);
  }
  return widths;
}
