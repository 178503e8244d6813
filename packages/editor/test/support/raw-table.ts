import * as Y from 'yjs';

import { contentOf } from '@indelible/document';

/** A cell as somebody may send it. */
export interface RawCell {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly text?: string;
}

/** A document with a table, as no editor may have made it, and a paragraph after it. */
export function documentWithTable(rows: readonly (readonly RawCell[])[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 98;
  const table = new Y.XmlElement('table');
  table.insert(
    0,
    rows.map((cells) => {
      const row = new Y.XmlElement('tableRow');
      row.insert(0, cells.map(cellOf));
      return row;
    }),
  );
  contentOf(doc).insert(0, [table, paragraph('after')]);
  return Y.encodeStateAsUpdate(doc);
}

function cellOf({ attributes = {}, text = '' }: RawCell): Y.XmlElement {
  const cell = new Y.XmlElement('tableCell');
  for (const [name, value] of Object.entries(attributes)) cell.setAttribute(name, value as string);
  cell.insert(0, [paragraph(text)]);
  return cell;
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}
