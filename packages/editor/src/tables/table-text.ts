import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';

/** Words of a table as spreadsheets read them, a line a row, with tabs between cells; null if it is no table. */
export function tableText(slice: Slice, schema: Schema): string | null {
  const table = tableIn(slice.content, schema);
  if (table === null) return null;
  const { map, width, height } = TableMap.get(table);
  const seen = new Set<number>();
  const lines = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const cell = map[row * width + column] ?? 0;
      if (seen.has(cell)) return '';
      seen.add(cell);
      return cellText(table.nodeAt(cell));
    }).join('\t'),
  );
  return lines.join('\n');
}

function tableIn(content: Fragment, schema: Schema): Node | null {
  const { firstChild, childCount } = content;
  if (firstChild?.type.name === 'table') return childCount === 1 ? firstChild : null;
  if (firstChild?.type.name !== 'tableRow') return null;
  return schema.nodes['table']?.create(null, content) ?? null;
}

/** As spreadsheets do, what has lines or tabs in it is put in quotation marks. */
function cellText(cell: Node | null): string {
  const text = cell?.textBetween(0, cell.content.size, '\n', '\n') ?? '';
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Cells made of words with tabs between them, as spreadsheets give them; null if there are no tabs. */
export function cellsFromText(text: string, schema: Schema): Slice | null {
  const { tableRow, tableCell, paragraph } = schema.nodes;
  const isTable = text.includes('\t') && tableRow && tableCell && paragraph;
  if (!isTable) return null;
  const paragraphOf = (line: string) =>
    paragraph.create(null, line === '' ? null : schema.text(line));
  const rows = parseRows(text).map((cells) =>
    tableRow.create(
      null,
      cells.map((cell) => tableCell.create(null, cell.split('\n').map(paragraphOf))),
    ),
  );
  return new Slice(Fragment.from(rows), 0, 0);
}

/** Tabs part cells and line ends part rows, but not within quotation marks, where two stand for one. */
function parseRows(text: string): string[][] {
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;
  const source = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}
