import type { FastifyInstance } from 'fastify';

import type { Gateway } from '@indelible/gateway';

import { PREFIX } from './admission.ts';

interface SyncOptions {
  readonly gateway: Gateway;
}

/** Lines over HTTP, where WebSockets are blocked. The gateway reads and answers these requests itself. */
export function syncRoutes(app: FastifyInstance, { gateway }: SyncOptions, done: () => void): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
  app.route({
    method: ['POST', 'OPTIONS'],
    url: `/${PREFIX}*`,
    handler: (request, reply) => {
      if (gateway.request(request.raw, reply.raw)) reply.hijack();
      else reply.callNotFound();
    },
  });
  done();
}
