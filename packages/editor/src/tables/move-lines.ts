import { Fragment, type Node } from '@tiptap/pm/model';
import type { Command, Transaction } from '@tiptap/pm/state';
import { CellSelection, rowIsHeader, columnIsHeader, TableMap } from '@tiptap/pm/tables';

import { onTable, type TablePlace } from './table-place.ts';

export type Axis = 'row' | 'column';

/** Rows or columns next to each other: from the first to before the last. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** How many rows or columns there are. */
export const lineCount = ({ width, height }: TableMap, axis: Axis): number =>
  axis === 'row' ? height : width;

/** The selected rows or columns. */
export const selectedLines = ({ rect }: TablePlace, axis: Axis): Lines =>
  axis === 'row' ? { from: rect.top, to: rect.bottom } : { from: rect.left, to: rect.right };

/** Whether the table can be cut before a row or column without cutting a merged cell. */
function isBetweenCells(map: TableMap, axis: Axis, before: number): boolean {
  if (before <= 0 || before >= lineCount(map, axis)) return true;
  const across = axis === 'row' ? map.width : map.height;
  for (let other = 0; other < across; other += 1) {
    const [row, column] = axis === 'row' ? [before, other] : [other, before];
    const index = row * map.width + column;
    if (map.map[index] === map.map[index - (axis === 'row' ? map.width : 1)]) return false;
  }
  return true;
}

/** The lines, and those that merged cells tie them to. */
export function wholeLines(map: TableMap, axis: Axis, { from, to }: Lines): Lines {
  let [first, last] = [from, to];
  while (!isBetweenCells(map, axis, first)) first -= 1;
  while (!isBetweenCells(map, axis, last)) last += 1;
  return { from: first, to: last };
}

/** Where a step towards the start (-1) or the end (1) would put the lines; null if they can't go there. */
function placeBeside(place: TablePlace, axis: Axis, direction: -1 | 1): number | null {
  const { map } = place;
  const { from, to } = wholeLines(map, axis, selectedLines(place, axis));
  let before = direction < 0 ? from - 1 : to + 1;
  while (!isBetweenCells(map, axis, before)) before += direction;
  return canMove(place, axis, { from, to }, before) ? before : null;
}

/** Whether lines can be put before another: headings stay first, merged cells stay whole. */
export function canMove(place: TablePlace, axis: Axis, lines: Lines, before: number): boolean {
  const { from, to } = lines;
  if (before < 0 || before > lineCount(place.map, axis)) return false;
  if (before >= from && before <= to) return false;
  const headings = hasHeadings(place, axis) ? 1 : 0;
  return Math.min(before, from) >= headings && isBetweenCells(place.map, axis, before);
}

/** Whether the first row or column is one of headings. */
export function hasHeadings({ map, table }: TablePlace, axis: Axis): boolean {
  return axis === 'row' ? rowIsHeader(map, table, 0) : columnIsHeader(map, table, 0);
}

/**
 * Moves the selected rows or columns before another, or by one step towards the start or the end. Only what moves is
 * taken out and put in again, so whatever others write elsewhere in the table stays where they write it.
 */
export function moveLines(axis: Axis, to: { readonly before: number } | -1 | 1): Command {
  return onTable((state, place) => {
    const before = typeof to === 'number' ? placeBeside(place, axis, to) : to.before;
    const lines = wholeLines(place.map, axis, selectedLines(place, axis));
    if (before === null || !canMove(place, axis, lines, before)) return null;
    const { tr } = state;
    if (axis === 'row') moveRows(tr, place, lines, before);
    else moveColumns(tr, place, lines, before);
    const count = lines.to - lines.from;
    const from = before > lines.from ? before - count : before;
    return selectLinesIn(tr, place.start, axis, { from, to: from + count });
  });
}

function moveRows(tr: Transaction, { table, start }: TablePlace, lines: Lines, before: number) {
  const rows = table.children;
  const at = (row: number) =>
    start + rows.slice(0, row).reduce((sum, one) => sum + one.nodeSize, 0);
  moveRange(tr, at(lines.from), at(lines.to), at(before), rows.slice(lines.from, lines.to));
}

function moveColumns(tr: Transaction, place: TablePlace, lines: Lines, before: number) {
  const { table, start, map } = place;
  let end = start + table.content.size;
  // From the last row up, so that the places of those above stay as they are.
  for (let row = table.childCount - 1; row >= 0; row -= 1) {
    const { children, nodeSize } = table.child(row);
    const rowStart = end - nodeSize + 1;
    const offsets = offsetsOf(children);
    const at = (column: number) => {
      const index = children.findIndex(
        (_, cell) => map.colCount(rowStart - start + (offsets[cell] ?? 0)) >= column,
      );
      return index < 0 ? children.length : index;
    };
    const [from, to, target] = [at(lines.from), at(lines.to), at(before)];
    const position = (cell: number) => rowStart + (offsets[cell] ?? 0);
    moveRange(tr, position(from), position(to), position(target), children.slice(from, to));
    end -= nodeSize;
  }
}

/** Where each of the nodes begins, and where the last ends. */
function offsetsOf(nodes: readonly Node[]): number[] {
  let end = 0;
  return [0, ...nodes.map(({ nodeSize }) => (end += nodeSize))];
}

function moveRange(
  tr: Transaction,
  from: number,
  to: number,
  before: number,
  nodes: readonly Node[],
) {
  if (from === to) return;
  tr.delete(from, to);
  tr.insert(before > from ? before - (to - from) : before, Fragment.from(nodes));
}

/** Selects rows or columns of the table whose first row is at `start`. */
export function selectLinesIn(tr: Transaction, start: number, axis: Axis, lines: Lines) {
  const table = tr.doc.resolve(start).parent;
  const { map, width } = TableMap.get(table);
  const cell = (row: number, column: number) =>
    tr.doc.resolve(start + (map[row * width + column] ?? 1));
  const last = { row: table.childCount - 1, column: width - 1 };
  return tr.setSelection(
    axis === 'row'
      ? CellSelection.rowSelection(cell(lines.from, 0), cell(lines.to - 1, last.column))
      : CellSelection.colSelection(cell(0, lines.from), cell(last.row, lines.to - 1)),
  );
}
