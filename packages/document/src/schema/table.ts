import {
  Table as PlainTable,
  TableCell as PlainCell,
  TableHeader as PlainHeader,
} from '@tiptap/extension-table';

import { readCellAttributes, readSpan } from './cell-attributes.ts';
import { parseColorName } from './colors.ts';
import { localOnly } from './local-only.ts';
import { repairingToTheEnd } from './table-repair.ts';

/** Above this the widths of columns are not drawn: they would be more than any screen shows. */
const MAX_COLUMNS = 1000;

/** Concurrent changes can leave a table ragged; the next person to edit it repairs it, not every reader at once. */
export const Table = PlainTable.extend({
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map((plugin) => localOnly(repairingToTheEnd(plugin)));
  },
  // The patched binding asks this whenever it draws what it has read from the document.
  extendNodeSchema(extension) {
    const isCell = extension.name === 'tableCell' || extension.name === 'tableHeader';
    const guard = isCell ? { readAttributes: readCellAttributes } : {};
    return { ...this.parent?.(extension), ...guard };
  },
  renderHTML(props) {
    const columns = props.node.firstChild?.children.reduce(
      (sum, { attrs }) => sum + readSpan(attrs['colspan']),
      0,
    );
    if ((columns ?? 0) > MAX_COLUMNS) return ['table', ['tbody', 0]];
    return this.parent?.(props) ?? ['table', ['tbody', 0]];
  },
}).configure({ resizable: true, cellMinWidth: 80, lastColumnResizable: false });

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (cell: HTMLElement) => readSpan(cell.getAttribute(name) ?? 1),
  renderHTML: (attributes: Record<string, unknown>) => ({ [name]: readSpan(attributes[name]) }),
});

const background = {
  default: null,
  parseHTML: (cell: HTMLElement) => parseColorName(cell.dataset['background']),
  renderHTML: (attributes: Record<string, unknown>) => {
    const name = parseColorName(attributes['background']);
    return name === null ? {} : { 'data-background': name };
  },
};

const ownAttributes = { colspan: span('colspan'), rowspan: span('rowspan'), background };

export const TableCell = PlainCell.extend({
  addAttributes() {
    return { ...this.parent?.(), ...ownAttributes };
  },
});

export const TableHeader = PlainHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), ...ownAttributes };
  },
});
