import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { onServerCore, type Cores } from '../measure/cores.ts';
import { readFigures, type ProcessFigures } from '../measure/process-figures.ts';
import type { ServerKind } from './server-kind.ts';

/** Milliseconds. */
const MOST_STARTING = 20_000;
const MOST_STOPPING = 15_000;
const POLL = 5;
/** Characters of what a server says that are kept. */
const MOST_SAID = 4_000;

export interface StartOptions {
  /** Put before `node`, such as a tracer that replaces itself with it. */
  readonly under?: readonly string[];
  /** For Node. */
  readonly nodeArgs?: readonly string[];
}

/** A real server process on this machine with a data folder, which can be stopped and started again. */
export class RunningServer implements AsyncDisposable {
  readonly kind: ServerKind;
  readonly #cores: Cores;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'indelible-bench-'));
  #child: ChildProcess | null = null;
  #port = 0;
  #said = '';

  private constructor(kind: ServerKind, cores: Cores) {
    this.kind = kind;
    this.#cores = cores;
  }

  /** Starts one on an empty folder. @throws {Error} if it does not listen in time. */
  static async start(
    kind: ServerKind,
    cores: Cores,
    options?: StartOptions,
  ): Promise<RunningServer> {
    const server = new RunningServer(kind, cores);
    try {
      await server.start(options);
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** The end of what it has printed. */
  get said(): string {
    return this.#said;
  }

  /** Starts it on the folder it had. @throws {Error} if it does not listen in time. */
  async start({ under = [], nodeArgs = [] }: StartOptions = {}): Promise<void> {
    this.#port = await freePort();
    const node = [process.execPath, ...nodeArgs, this.kind.script];
    const [command = '', ...args] = onServerCore(this.#cores, [...under, ...node]);
    const env = { ...process.env, ...this.kind.environment(this.#port, this.#dataDir) };
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    const listen = (text: string): void => {
      this.#said = (this.#said + text).slice(-MOST_SAID);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.on('error', (error) => listen(error.message));
    await this.#listening(child);
  }

  /** The process, 0 if there is none. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** @throws if it is not running. */
  figures(): ProcessFigures {
    return readFigures(this.pid);
  }

  /** SIGTERM: it may save what it has. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** SIGKILL: it may not. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill(signal);
    const late = new AbortController();
    const overdue = setTimeout(MOST_STOPPING, undefined, late).then(
      () => child.kill('SIGKILL'),
      () => {},
    );
    await closed;
    late.abort();
    await overdue;
  }

  async #listening(child: ChildProcess): Promise<void> {
    const giveUpAt = performance.now() + MOST_STARTING;
    while (performance.now() < giveUpAt) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      if (await answers(this.#port)) return;
      await setTimeout(POLL);
    }
    throw new Error(`${this.kind.name} did not start: ${this.#said.trim()}`);
  }
}

/** True if somebody listens on a port of this machine. */
async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  const isThere = await promise;
  socket.destroy();
  return isThere;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
