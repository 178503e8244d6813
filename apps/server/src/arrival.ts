import type { Duplex } from 'node:stream';

import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route itself sees to it that its request arrives: a large file on a slow line takes its time. */
    readonly patient?: boolean;
  }
}

/**
 * Gives requests so many milliseconds to arrive; 0 for as long as they like. Node has a limit like this, but one
 * for all requests. Headers that do not arrive stay Node's business.
 *
 * @param onLate is told as `clientError` would be, and ends the socket.
 */
export function limitArrival(
  app: FastifyInstance,
  milliseconds: number,
  onLate: (error: Error, socket: Duplex) => void,
): void {
  if (milliseconds === 0) return;
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    if (request.routeOptions.config.patient !== true) {
      const timer = setTimeout(() => {
        if (!raw.complete && !raw.socket.destroyed) onLate(new LateRequest(), raw.socket);
      }, milliseconds);
      raw.once('close', () => clearTimeout(timer.unref()));
    }
    done();
  });
}

/** As Node's own. */
class LateRequest extends Error {
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT';
}
