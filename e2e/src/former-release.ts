import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

import { freePort } from './free-port.ts';

/** In the page of the new release. */
const MARK = '<meta name="release" content="new">';
/** Who has fetched that page says so from then on. */
const COOKIE = 'release=new';

/**
 * Stands before a server as if its next release were about to come out. Once it is, pages that were
 * opened before know an older schema than the documents, until they fetch the new one.
 */
export class FormerRelease implements AsyncDisposable {
  readonly #listener: Server;
  readonly #port: number;
  readonly #target: number;
  readonly #sockets = new Set<Duplex>();
  #isOver = false;

  private constructor(listener: Server, port: number, target: number) {
    this.#listener = listener;
    this.#port = port;
    this.#target = target;
  }

  /** Before a server on a port of this machine. */
  static async of(target: number): Promise<FormerRelease> {
    const port = await freePort();
    const release: FormerRelease = new FormerRelease(
      createServer((asked, answer) => release.#pass(asked, answer)),
      port,
      target,
    );
    release.#listener.on('upgrade', (asked, socket) => release.#join(asked, socket));
    await new Promise<void>((resolve) => release.#listener.listen(port, '127.0.0.1', resolve));
    return release;
  }

  /** The same page as it is reached through here. */
  at(url: string): string {
    return `http://127.0.0.1:${this.#port}${new URL(url).pathname}`;
  }

  /** The new release comes out. */
  end(): void {
    this.#isOver = true;
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { url: path = '/', method, headers } = asked;
    const there = { port: this.#target, host: '127.0.0.1', path, method };
    // Always the whole file and as it is, so that it can be changed.
    const plain = { ...headers, 'accept-encoding': 'identity', 'if-none-match': '' };
    const passed = request({ ...there, headers: plain }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const { etag: _, 'content-length': __, ...others } = response.headers;
        const isPage = others['content-type']?.startsWith('text/html') === true;
        answer.writeHead(response.statusCode ?? 500, {
          ...others,
          ...(this.#isOver && isPage && { 'set-cookie': `${COOKIE}; Path=/` }),
        });
        answer.end(this.#isOver ? renewed(path, body) : body);
      });
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  }

  #join(asked: IncomingMessage, socket: Duplex): void {
    const server = connect(this.#target, '127.0.0.1');
    this.#sockets.add(socket);
    const isOld = this.#isOver && asked.headers.cookie?.includes(COOKIE) !== true;
    const url = isOld ? asked.url?.replace(/schema=\d+/, 'schema=0') : asked.url;
    const head = [`GET ${url} HTTP/1.1`];
    for (let i = 0; i < asked.rawHeaders.length; i += 2) {
      head.push(`${asked.rawHeaders[i]}: ${asked.rawHeaders[i + 1]}`);
    }
    server.write(`${head.join('\r\n')}\r\n\r\n`);
    server.pipe(socket).pipe(server);
    socket.on('error', () => server.destroy()).on('close', () => server.destroy());
    server.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    this.#listener.closeAllConnections();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

/** What the new release has in place of a file: another page, and a worker that knows of it. */
function renewed(path: string, body: Buffer): Buffer {
  if (path === '/sw.js') {
    const worker = body.toString().replace(/(url:"index.html",revision:")[^"]*/, '$1new');
    return Buffer.from(worker);
  }
  const isPage = body.subarray(0, 15).toString().toLowerCase() === '<!doctype html>';
  return isPage ? Buffer.from(body.toString().replace('</head>', `${MARK}</head>`)) : body;
}
