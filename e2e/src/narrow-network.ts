import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

import { freePort } from './free-port.ts';

/** A network in which a proxy answers every WebSocket with 403, until it is told to let them through. */
export class NarrowNetwork implements AsyncDisposable {
  /** How many WebSockets were refused. */
  refused = 0;
  readonly #proxy: Server;
  readonly #port: number;
  readonly #tunnels = new Set<Duplex>();
  #isNarrow = true;

  private constructor(proxy: Server, port: number) {
    this.#proxy = proxy;
    this.#port = port;
  }

  /** Stands before a port of this machine. */
  static async before(target: number): Promise<NarrowNetwork> {
    const port = await freePort();
    const network: NarrowNetwork = new NarrowNetwork(createServer(), port);
    network.#proxy.on('upgrade', (upgrade: IncomingMessage, socket: Duplex) => {
      network.#tunnel(upgrade, socket, target);
    });
    network.#proxy.on('request', (incoming, answer) => {
      const { method, url: path, headers } = incoming;
      const onward = request({ host: '127.0.0.1', port: target, method, path, headers });
      onward.on('error', () => answer.destroy());
      answer.on('close', () => onward.destroy());
      onward.on('response', (response) => {
        response.on('error', () => answer.destroy());
        response.pipe(answer.writeHead(response.statusCode ?? 502, response.headers));
      });
      incoming.pipe(onward);
    });
    await new Promise<void>((resolve) => network.#proxy.listen(port, '127.0.0.1', resolve));
    return network;
  }

  /** The same address as it is in this network. */
  at(url: string): string {
    const { pathname } = new URL(url);
    return `http://127.0.0.1:${this.#port}${pathname}`;
  }

  /** How many WebSockets are open through it. */
  get sockets(): number {
    return this.#tunnels.size;
  }

  /** From now on WebSockets are let through. */
  widen(): void {
    this.#isNarrow = false;
  }

  #tunnel({ method, url, rawHeaders }: IncomingMessage, near: Duplex, target: number): void {
    if (this.#isNarrow) {
      this.refused += 1;
      near.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const far = connect(target, '127.0.0.1');
    this.#tunnels.add(near);
    near.on('close', () => this.#tunnels.delete(near) && far.destroy());
    far.on('close', () => near.destroy());
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    const lines = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
    );
    far.write([`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    near.pipe(far).pipe(near);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#tunnels) socket.destroy();
    this.#proxy.closeAllConnections();
    await new Promise<void>((resolve) => this.#proxy.close(() => resolve()));
  }
}
