import type { Node } from '@tiptap/pm/model';
import {
  type FileChild,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';

import { parseColorName } from '../schema/colors.ts';
import { shades } from './colors.ts';

/** A table with its merged and coloured cells. */
export async function writeTable(
  table: Node,
  write: (cell: Node) => Promise<(Paragraph | FileChild)[]>,
): Promise<Table> {
  const rows: TableRow[] = [];
  for (const row of table.children) {
    const cells: TableCell[] = [];
    for (const cell of row.children) cells.push(tableCell(cell, await write(cell)));
    const isHeader = row.children.every(({ type }) => type.name === 'tableHeader');
    rows.push(new TableRow({ children: cells, tableHeader: isHeader && row.childCount > 0 }));
  }
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
}

/** Twentieths of a point in a pixel. */
const TWIPS = 15;

function tableCell(cell: Node, children: (Paragraph | FileChild)[]): TableCell {
  const { colspan, rowspan, background, colwidth }: Record<string, unknown> = cell.attrs;
  const color = parseColorName(background);
  const widths: unknown[] = Array.isArray(colwidth) ? colwidth : [];
  const width = widths.reduce(
    (sum: number, value) => sum + (typeof value === 'number' ? value : 0),
    0,
  );
  const content = children.filter((child) => child instanceof Paragraph || child instanceof Table);
  // Word wants a paragraph at the end of each cell.
  if (!(content.at(-1) instanceof Paragraph)) content.push(new Paragraph(''));
  return new TableCell({
    children: content,
    columnSpan: Number(colspan) || 1,
    rowSpan: Number(rowspan) || 1,
    ...(color === null
      ? {}
      : { shading: { type: ShadingType.CLEAR, fill: shades[color].paper, color: 'auto' } }),
    ...(width > 0 ? { width: { size: width * TWIPS, type: WidthType.DXA } } : {}),
  });
}

/** Whether cells are aligned, or head rows: of headings only whole rows are carried. */
export function losesLook(table: Node): boolean {
  return table.children.some((row) => {
    const heads = row.children.filter(({ type }) => type.name === 'tableHeader').length;
    const isAligned = row.children.some((cell) => Boolean(cell.attrs['align']));
    return isAligned || (heads > 0 && heads < row.childCount);
  });
}
