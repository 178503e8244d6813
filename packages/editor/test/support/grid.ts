import type { Node } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';

import { HeadlessWriter } from './headless-writer.ts';
import { documentWithTable, type RawCell } from './raw-table.ts';

/** A writer of a document with a table of these words; a cell may also tell its attributes. */
export function writerOfTable(rows: readonly (readonly (string | RawCell)[])[]): HeadlessWriter {
  return new HeadlessWriter(1, [gridUpdate(rows)]);
}

/** The update that makes such a document. */
export function gridUpdate(rows: readonly (readonly (string | RawCell)[])[]): Uint8Array {
  return documentWithTable(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
  );
}

/** What stands in each slot of the first table, a line a row; a merged cell stands in all that it takes. */
export function gridOf({ state }: HeadlessWriter): string[] {
  const table = firstTable(state.doc);
  if (table === null) return [];
  const { map, width, height } = TableMap.get(table);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const cell = table.nodeAt(map[row * width + column] ?? 0);
      return cell?.textContent ?? '';
    }).join(' | '),
  );
}

export function firstTable(doc: Node): Node | null {
  return doc.children.find(({ type }) => type.name === 'table') ?? null;
}
