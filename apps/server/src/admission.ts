import type { Admit } from '@indelible/gateway';
import { CloseCode, parseDocumentId } from '@indelible/protocol';

import type { Documents } from './documents.ts';

/** Before a document's id, in the path. */
export const PREFIX = 'sync/';

/**
 * Until there are accounts, knowing the link is the right to write. Somebody who says `new=1` has made the document
 * on their device; it becomes one here with their first line, so there is no step in between to be interrupted.
 */
export const admitByLink =
  (documents: Documents): Admit =>
  async ({ path, params }) => {
    if (!path.startsWith(PREFIX)) return { type: 'status', status: 404 };
    const document = parseDocumentId(path.slice(PREFIX.length));
    const isNew = params.get('new') === '1';
    const found =
      document && (await (isNew ? documents.findOrAdopt(document) : documents.find(document)));
    if (document === null || found === null) {
      return { type: 'refuse', code: CloseCode.notFound, reason: 'there is no such document' };
    }
    return { type: 'admit', document, role: 'writer', author: '' };
  };
