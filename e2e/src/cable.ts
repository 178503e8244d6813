import { connect, createServer, type Server, type Socket } from 'node:net';

import { freePort } from './free-port.ts';

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

  /** Lines the server has not hung up. */
  get open(): number {
    return this.#pairs.size;
  }

  /** From now on nothing gets through, and nobody is told. */
  die(): void {
    this.#isDead = true;
    for (const { near, far } of this.#pairs) {
      near.pause();
      far.resume();
    }
  }

  #join(near: Socket, target: number): void {
    const far = connect(target, '127.0.0.1');
    const pair = { near, far };
    this.#pairs.add(pair);
    near.on('data', (data) => !this.#isDead && far.write(data));
    far.on('data', (data) => !this.#isDead && near.write(data));
    near.on('error', () => far.destroy());
    far.on('error', () => !this.#isDead && near.destroy());
    near.on('close', () => !this.#isDead && far.destroy());
    far.on('close', () => {
      this.#pairs.delete(pair);
      if (!this.#isDead) near.destroy();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
    await closed;
  }
}
