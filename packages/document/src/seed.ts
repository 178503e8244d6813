import * as Y from 'yjs';

import { contentOf } from './roots.ts';
import { setTitle } from './title.ts';

/**
 * The update that makes a new document: its title and one empty paragraph.
 *
 * Applied once, by whoever creates the document; a second seed would be merged with the first into two of each.
 *
 * @param clientId Yjs client id of the seed's author, if it must be known; otherwise chosen at random.
 */
export function seedUpdate(title: string, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  doc.transact(() => {
    setTitle(doc, title);
    const paragraph = new Y.XmlElement('paragraph');
    // One text for the first words of everybody; see `updateInlineContent` of the editor.
    paragraph.insert(0, [new Y.XmlText()]);
    contentOf(doc).insert(0, [paragraph]);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
