import type { Node } from '@tiptap/pm/model';

import type { LossCount } from '../transfer/losses.ts';
import { writeInline } from './write-inline.ts';

/** A table with GitHub's bars; null if it is more than they can say: cells merged, coloured or of several blocks. */
export function writeTable(table: Node, losses: LossCount): string | null {
  if (!isSimple(table)) return null;
  noteTableLosses(table, losses);
  const rows: string[] = [];
  table.forEach((row, _offset, index) => {
    const cells: string[] = [];
    row.forEach((cell) => {
      const first = cell.firstChild;
      cells.push(first === null ? '' : writeInline(first, 'cell', losses));
    });
    rows.push(`| ${cells.join(' | ')} |`);
    if (index === 0) rows.push(`| ${alignments(row).join(' | ')} |`);
  });
  return rows.join('\n');
}

/** Widths of columns have no place in Markdown, nor in HTML that is to be read in Markdown. */
export function noteTableLosses(table: Node, losses: LossCount): void {
  let hasWidths = false;
  table.descendants((node) => {
    if (node.attrs['colwidth'] !== null && node.attrs['colwidth'] !== undefined) hasWidths = true;
  });
  if (hasWidths && isSimple(table)) losses.note('columnWidth', table.textContent);
}

function isSimple(table: Node): boolean {
  const width = table.firstChild?.childCount ?? 0;
  const columns = alignmentsOf(table.firstChild);
  let simple = width > 0;
  table.forEach((row, _offset, index) => {
    if (row.childCount !== width) simple = false;
    row.forEach((cell, _at, column) => {
      const isHeader = cell.type.name === 'tableHeader';
      simple &&=
        isHeader === (index === 0) && isPlain(cell) && cell.attrs['align'] === columns[column];
    });
  });
  return simple;
}

function isPlain(cell: Node): boolean {
  const { colspan, rowspan, background }: Record<string, unknown> = cell.attrs;
  return (
    colspan === 1 &&
    rowspan === 1 &&
    background === null &&
    cell.childCount === 1 &&
    cell.firstChild?.type.name === 'paragraph'
  );
}

function alignmentsOf(row: Node | null): unknown[] {
  const found: unknown[] = [];
  row?.forEach((cell) => found.push(cell.attrs['align']));
  return found;
}

function alignments(row: Node): string[] {
  return alignmentsOf(row).map((align) => {
    if (align === 'left') return ':--';
    if (align === 'center') return ':-:';
    return align === 'right' ? '--:' : '---';
  });
}
