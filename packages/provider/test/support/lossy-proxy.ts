import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { PIECE_HEADER } from '@indelible/protocol';

/** A proxy that lets no WebSocket through and loses pieces, or the answers to them, now and then. */
export class LossyProxy implements AsyncDisposable {
  /** The number of each piece that came, in order. */
  readonly pieces: number[] = [];
  /** How many were lost before the server saw them, and how many after. */
  readonly lost = { before: 0, after: 0 };
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async to(target: number): Promise<LossyProxy> {
    const proxy: LossyProxy = new LossyProxy(
      createServer((incoming, answer) => {
        const fate = proxy.#fate(incoming);
        if (fate === 'before') {
          incoming.socket.destroy();
          return;
        }
        const { method, url: path, headers } = incoming;
        const onward = request({ port: target, host: '127.0.0.1', method, path, headers });
        onward.on('error', () => incoming.socket.destroy());
        answer.on('close', () => onward.destroy());
        onward.on('response', (response) => {
          if (fate === 'after') response.on('end', () => incoming.socket.destroy()).resume();
          else response.pipe(answer.writeHead(response.statusCode ?? 0, response.headers));
        });
        incoming.pipe(onward);
      }),
    );
    proxy.#server.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    });
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #fate({ headers }: IncomingMessage): 'before' | 'after' | 'well' {
    const piece = Number(headers[PIECE_HEADER] ?? 0);
    if (piece === 0) return 'well';
    this.pieces.push(piece);
    const turn = this.pieces.length % 5;
    const fate = turn === 2 ? 'after' : turn === 4 ? 'before' : 'well';
    if (fate !== 'well') this.lost[fate] += 1;
    return fate;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
