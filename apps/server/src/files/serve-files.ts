import send from '@fastify/send';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { disposition, fileName, FILES_PREFIX } from './address.ts';
import type { FileStore } from './file-store.ts';
import { kindOf } from './kinds.ts';

interface Asked {
  Params: { readonly key: string; readonly '*'?: string };
}

/** What a file may do if somebody opens it by itself: be looked at. */
const POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** `GET /files/<key>/<name>`; the name is only what it is saved as. */
export function serveFiles(app: FastifyInstance, files: FileStore): void {
  const answer = async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const { key } = request.params;
    const path = await files.find(key);
    const kind = kindOf(key.slice(key.lastIndexOf('.') + 1));
    if (path === null || kind === null) return reply.callNotFound();
    const name = fileName(request.params['*'] ?? '', key);
    const sent = await send(request.raw, path, {
      root: files.folder,
      cacheControl: false,
      contentType: false,
      lastModified: false,
    });
    return reply
      .code(sent.statusCode)
      .headers(sent.headers)
      .headers({
        'content-type': kind.type,
        'content-disposition': disposition(kind.shown === null ? 'attachment' : 'inline', name),
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        // An exported page shows them too; who has the address was given it.
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      .send(sent.stream);
  };
  for (const url of [`${FILES_PREFIX}:key`, `${FILES_PREFIX}:key/*`]) {
    app.get<Asked>(url, { compress: false }, answer);
  }
}
