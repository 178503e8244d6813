import type { Command } from '@tiptap/pm/state';

import { onTable, type TablePlace } from './table-place.ts';

/** Pixels. */
export const NARROWEST_COLUMN = 80;

/** Sets the width of the selected columns, in pixels; 0 leaves it to the page. Says so in each of their cells. */
export const setColumnWidths = (width: number): Command =>
  onTable((state, place) => {
    const { left, right } = place.rect;
    const wanted = width === 0 ? 0 : Math.max(Math.round(width), NARROWEST_COLUMN);
    return withWidths(state.tr, place, (column) =>
      column >= left && column < right ? wanted : undefined,
    );
  });

/** Makes all columns equally wide again. */
export const evenColumns: Command = onTable((state, place) => {
  const { tr } = state;
  withWidths(tr, place, () => 0);
  return tr.docChanged ? tr : null;
});

type Transaction = Parameters<NonNullable<Parameters<Command>[1]>>[0];

function withWidths(
  tr: Transaction,
  { map, table, start }: TablePlace,
  widthOf: (column: number) => number | undefined,
): Transaction {
  for (const cell of new Set(map.map)) {
    const node = table.nodeAt(cell);
    if (node === null) continue;
    const { left, right } = map.findCell(cell);
    const former = (node.attrs['colwidth'] as readonly number[] | null) ?? [];
    const widths = Array.from(
      { length: right - left },
      (_, index) => widthOf(left + index) ?? former[index] ?? 0,
    );
    const colwidth = widths.some((width) => width > 0) ? widths : null;
    if (JSON.stringify(colwidth) === JSON.stringify(node.attrs['colwidth'])) continue;
    tr.setNodeMarkup(start + cell, null, { ...node.attrs, colwidth });
  }
  return tr;
}
