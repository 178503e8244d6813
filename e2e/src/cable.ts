import { connect, createServer, type Server, type Socket } from 'node:net';

import { freePort } from './free-port.ts';

/** Two ends of one connection. */
interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

/**
 * A cable to the server that can go dead without either end being told, as when a laptop loses its
 * network. Unlike `Line` it also keeps back what the browser says by itself, such as its answers to pings.
 */
export class Cable implements AsyncDisposable {
  readonly #listener: Server;
  readonly #port: number;
  readonly #pairs = new Set<Pair>();
  readonly #sockets = new Set<Pair>();
  readonly #nears = new Set<Socket>();
  #isDead = false;

  private constructor(listener: Server, port: number) {
    this.#listener = listener;
    this.#port = port;
  }

  /** Lays a cable to a port of this machine. */
  static async to(target: number): Promise<Cable> {
    const port = await freePort();
    const cable: Cable = new Cable(
      createServer((near) => cable.#join(near, target)),
      port,
    );
    await new Promise<void>((resolve) => cable.#listener.listen(port, '127.0.0.1', resolve));
    return cable;
  }

  /** The same address as it is at this end of the cable. */
  at(url: string): string {
    const { pathname } = new URL(url);
    return `http://127.0.0.1:${this.#port}${pathname}`;
  }

  /** How many WebSockets of documents the server has not hung up. */
  get sockets(): number {
    return this.#sockets.size;
  }

  /** From now on nothing gets through, and nobody is told. */
  die(): void {
    this.#isDead = true;
    for (const { near, far } of this.#pairs) {
      near.unpipe(far).pause();
      // Read on, to notice when the server hangs up.
      far.unpipe(near).resume();
    }
  }

  #join(near: Socket, target: number): void {
    const far = connect(target, '127.0.0.1');
    const pair = { near, far };
    this.#pairs.add(pair);
    this.#nears.add(near);
    near.on('close', () => this.#nears.delete(near));
    far.on('close', () => {
      this.#pairs.delete(pair);
      this.#sockets.delete(pair);
    });
    far.on('error', () => this.#isDead || near.destroy());
    near.on('error', () => this.#isDead || far.destroy());
    if (this.#isDead) return;
    // Browsers use a new connection for each WebSocket, so the first request tells.
    near.once('data', (request: Buffer) => {
      if (request.toString('latin1').startsWith('GET /sync/')) this.#sockets.add(pair);
    });
    near.pipe(far);
    far.pipe(near);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    for (const { far } of this.#pairs) far.destroy();
    for (const near of this.#nears) near.destroy();
    await closed;
  }
}
