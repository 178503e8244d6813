import type { Admit } from '@indelible/gateway';
import { CloseCode, parseDocumentId } from '@indelible/protocol';
import type { Catalog } from '@indelible/store';

/** Before a document's id, in the path. */
export const PREFIX = 'sync/';

/** Until there are accounts, knowing the link is the right to write. */
export const admitByLink =
  (catalog: Catalog): Admit =>
  async ({ path }) => {
    if (!path.startsWith(PREFIX)) return { type: 'status', status: 404 };
    const document = parseDocumentId(path.slice(PREFIX.length));
    if (document === null || (await catalog.find(document)) === null) {
      return { type: 'refuse', code: CloseCode.notFound, reason: 'there is no such document' };
    }
    return { type: 'admit', document, role: 'writer', author: '' };
  };
