import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** Milliseconds in which a process that has crashed is seen to have ended. */
const DYING = 2_000;

/** It is not about how fast one may be, and nobody shall wait long for what is saved. */
const SETTINGS = {
  PORT: '0',
  LOG_LEVEL: 'error',
  MAX_MESSAGES_PER_SECOND: '0',
  MAX_BYTES_PER_SECOND: '0',
  AUTOSAVE_DEBOUNCE_MS: '10',
  AUTOSAVE_MAX_WAIT_MS: '50',
};

/** The sync server as a process of its own, with a data folder of its own. */
export class Target implements AsyncDisposable {
  readonly #folder: string;
  #child: ChildProcess | null = null;
  #ended: Promise<unknown> = Promise.resolve();
  #said = '';
  #url = '';

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(): Promise<Target> {
    const target = new Target(await mkdtemp(join(tmpdir(), 'indelible-fuzz-')));
    await target.start();
    return target;
  }

  /** Of the WebSocket, without a slash at the end. */
  get url(): string {
    return this.#url;
  }

  /** What it has reported as an error. */
  get said(): string {
    return this.#said;
  }

  /** Starts it again, on the same data. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...SETTINGS, PATH: process.env['PATH'], DATA_DIR: this.#folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#ended = once(child, 'close');
    const address = Promise.withResolvers<string>();
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [, port] = /ws:\/\/[^:]+:(\d+)\//.exec(text) ?? [];
      if (port !== undefined) address.resolve(`ws://127.0.0.1:${port}`);
      // What is no JSON is its greeting.
      this.#said += (text.match(/^\{.*$/gm) ?? []).join('\n');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
    void this.#ended.then(() => address.reject(new Error(this.#said)));
    this.#url = await address.promise;
  }

  /** Ends it as an operator would: it folds every document that is open. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Says how it ended if it did so by itself, or null. */
  async crash(): Promise<string | null> {
    await Promise.race([this.#ended, setTimeout(DYING)]);
    const { exitCode, signalCode } = this.#child ?? {};
    const how = exitCode ?? signalCode ?? null;
    return how === null ? null : `the server ended with ${how}: ${this.#said}`;
  }

  /** Megabytes: the most it ever had since it was started. Null where the system does not say. */
  peak(): number | null {
    let status: string;
    try {
      status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    } catch {
      return null;
    }
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end('SIGKILL');
    await rm(this.#folder, { recursive: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    this.#child?.kill(signal);
    await this.#ended;
  }
}
