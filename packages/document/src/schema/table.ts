import {
  Table as PlainTable,
  TableCell as PlainCell,
  TableHeader as PlainHeader,
} from '@tiptap/extension-table';

import { parseColorName } from './colors.ts';
import { localOnly } from './local-only.ts';

/** Concurrent changes can leave a table ragged; the next person to edit it repairs it, not every reader at once. */
export const Table = PlainTable.extend({
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map(localOnly);
  },
}).configure({ resizable: true, cellMinWidth: 80, lastColumnResizable: false });

const background = {
  default: null,
  parseHTML: (cell: HTMLElement) => parseColorName(cell.dataset['background']),
  renderHTML: (attributes: Record<string, unknown>) => {
    const name = parseColorName(attributes['background']);
    return name === null ? {} : { 'data-background': name };
  },
};

export const TableCell = PlainCell.extend({
  addAttributes() {
    return { ...this.parent?.(), background };
  },
});

export const TableHeader = PlainHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), background };
  },
});
