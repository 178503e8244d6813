import type * as Y from 'yjs';

import type { ServerProcess } from './server-process.ts';
import { StockClient } from './stock-client.ts';

/**
 * The words of a document as a client that isn't ours gets them from the server, which can only have
 * them from its disk if nobody else has been connected since it started.
 *
 * @param document its address.
 */
export async function readWords(server: ServerProcess, document: string): Promise<string> {
  const id = document.slice(document.lastIndexOf('/') + 1);
  using reader = await new StockClient(server.syncUrl, id).synced();
  return wordsOf(reader.doc);
}

/** A line for each paragraph. */
const wordsOf = (doc: Y.Doc): string =>
  doc
    .getXmlFragment('content')
    .toJSON()
    .replaceAll(/<\/[^>]*>(?=<paragraph)/g, '\n')
    .replaceAll(/<[^>]*>/g, '');
