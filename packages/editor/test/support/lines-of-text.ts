import * as Y from 'yjs';

import { contentOf } from '@indelible/document';

/** The update that makes a document of these paragraphs. */
export function documentOf(...lines: readonly string[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 99;
  contentOf(doc).insert(
    0,
    lines.map((line) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(line)]);
      return paragraph;
    }),
  );
  return Y.encodeStateAsUpdate(doc);
}
