import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';

import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { playerOrigins } from '@indelible/document';

const SELF = "'self'";

/** Headers for every answer, and the web app's files if they have been built. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [SELF],
        scriptSrc: [SELF],
        // The editor positions carets and sizes table columns by style attributes.
        styleSrc: [SELF, "'unsafe-inline'"],
        // Images are put into documents by URL.
        imgSrc: [SELF, 'https:', 'http:', 'data:', 'blob:'],
        // Videos too; those of other hosts are loaded when somebody plays them.
        mediaSrc: [SELF, 'https:', 'http:', 'blob:'],
        // Players of other hosts, loaded when somebody asks for one.
        frameSrc: [...playerOrigins],
        connectSrc: [SELF, 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: [SELF],
        frameAncestors: ["'none'"],
      },
    },
    // The link is the right to write: it must not travel to the hosts of images.
    referrerPolicy: { policy: 'no-referrer' },
    // Whether there is TLS is the business of the proxy in front.
    strictTransportSecurity: false,
  });
  if (!existsSync(join(folder, 'index.html'))) {
    app.log.warn('the web app has not been built; only the API and the sync server are there');
    return;
  }
  await app.register(compress, { encodings: ['br', 'gzip'] });
  await app.register(serveStatic, {
    root: folder,
    // A route for each file, because a route for everything would answer for the API too.
    wildcard: false,
    // … and for those that the route below has already.
    globIgnore: ['assets/**'],
    cacheControl: false,
    // As the build has left it, so that nobody waits for it to be compressed, and nobody else for who does it.
    preCompressed: true,
    setHeaders,
  });
  // Those with a hash in their name are new ones whenever the app is built again.
  app.get<{ Params: { readonly '*': string } }>('/assets/*', ({ params }, reply) =>
    reply.sendFile(`assets/${params['*']}`),
  );
  app.get('/d/*', (_request, reply) => sendApp(reply));
  app.setNotFoundHandler((request, reply) => {
    reply.code(404);
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (isPage === true) sendApp(reply);
    else reply.type('text/plain').send('There is nothing here');
  });
}

const sendApp = (reply: FastifyReply): FastifyReply => reply.sendFile('index.html');

/** Files with a hash in their name never change. */
function setHeaders(reply: FastifyReply, path: string): void {
  const isHashed = path.split(sep).includes('assets');
  reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
