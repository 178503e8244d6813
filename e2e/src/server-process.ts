import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { freePort } from './free-port.ts';

/** The two programs people can run. */
export type Program = 'server' | 'sync-server';

export interface ServerOptions {
  /** Where the data is; without it a new folder that goes with the server. */
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  /** Null if it was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where Node keeps what it has compiled, which halves what the start of a server costs. */
const COMPILED = join(root, 'node_modules/.cache/node-compiled');
const READY_MS = 20_000;
const POLL_MS = 25;

/** The name of the file a program keeps everything in. */
export const databaseName = (program: Program): string =>
  program === 'server' ? 'indelible.sqlite' : 'sync-server.sqlite';

/** Makes a folder for a server's data that the caller has to remove. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'indelible-e2e-'));

/** A real server process, with a port and a data folder that it keeps when it is started again. */
export class ServerProcess implements AsyncDisposable {
  readonly dataDir: string;
  readonly port: number;
  readonly #program: Program;
  readonly #env: Readonly<Record<string, string>>;
  readonly #ownsData: boolean;
  #life: Life | null = null;

  private constructor(program: Program, port: number, options: ServerOptions) {
    this.#program = program;
    this.#env = options.env ?? {};
    this.#ownsData = options.dataDir === undefined;
    this.dataDir = options.dataDir ?? newDataDir();
    this.port = port;
  }

  /** Starts a server and waits until it answers. */
  static async start(program: Program, options: ServerOptions = {}): Promise<ServerProcess> {
    const server = new ServerProcess(program, options.port ?? (await freePort()), options);
    await server.start();
    return server;
  }

  /** Without a slash at the end. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What a stock client's first argument is: the address before the document's name. */
  get syncUrl(): string {
    const path = this.#program === 'server' ? '/sync' : '';
    return `ws://127.0.0.1:${this.port}${path}`;
  }

  /** Everything it has written since it was last started. */
  get output(): string {
    const { stdout = '', stderr = '' } = this.#life?.said ?? {};
    return stdout + stderr;
  }

  /** Makes a document and returns its id. */
  async newDocument(title?: string): Promise<string> {
    const response = await fetch(`${this.url}/api/v1/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(title === undefined ? {} : { title }),
    });
    const document = (await response.json()) as { readonly id?: string };
    if (document.id === undefined) throw new Error(`no document: ${JSON.stringify(document)}`);
    return document.id;
  }

  /** @param document its id or its address. */
  async deleteDocument(document: string): Promise<void> {
    await this.#change('DELETE', document);
  }

  /** @param document its id or its address. */
  async restoreDocument(document: string): Promise<void> {
    await this.#change('POST', `${document}/restore`);
  }

  async #change(method: string, document: string): Promise<void> {
    const path = document.replace(/^.*\/d\//, '');
    const response = await fetch(`${this.url}/api/v1/documents/${path}`, { method });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  }

  /** Starts it again, on the same port and the same data. */
  async start(): Promise<void> {
    if (this.#life !== null && this.#life.ended === null) throw new Error('it runs already');
    this.#life = launch(this.#program, {
      ...this.#env,
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
    });
    await untilHealthy(this.url, this.#life);
  }

  /** Ends it as an operator or Ctrl-C would, and waits. */
  stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<Ended> {
    return this.#end(signal);
  }

  /** Ends it as a power cut would. */
  kill9(): Promise<Ended> {
    return this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<Ended> {
    if (this.#life === null) throw new Error('it never ran');
    this.#life.child.kill(signal);
    return this.#life.done;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#life !== null) await this.kill9();
    if (this.#ownsData) rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Runs a program that is expected to end by itself, and says how it did. */
export async function runToEnd(
  program: Program,
  env: Readonly<Record<string, string>>,
  user: { readonly uid?: number; readonly gid?: number } = {},
): Promise<Ended> {
  const life = launch(program, env, user);
  const deadline = new AbortController();
  const late = setTimeout(READY_MS, null, { signal: deadline.signal }).then(
    () => life.child.kill('SIGKILL'),
    () => false,
  );
  const ended = await life.done;
  deadline.abort();
  await late;
  return ended;
}

interface Life {
  readonly child: ChildProcess;
  readonly said: { stdout: string; stderr: string };
  readonly done: Promise<Ended>;
  ended: Ended | null;
}

function launch(
  program: Program,
  env: Readonly<Record<string, string>>,
  user: { readonly uid?: number; readonly gid?: number } = {},
): Life {
  const child = spawn(process.execPath, [`apps/${program}/src/main.ts`], {
    cwd: root,
    // Not the whole environment: what the test runner sets there is none of the server's business.
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      NODE_COMPILE_CACHE: COMPILED,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const done = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      life.ended = { exitCode, ...said };
      resolve(life.ended);
    });
  });
  const life: Life = { child, said, done, ended: null };
  return life;
}

async function untilHealthy(url: string, life: Life): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    if (life.ended !== null) {
      throw new Error(`the server ended with ${life.ended.exitCode}:\n${life.ended.stderr}`);
    }
    const response = await fetch(`${url}/healthz`).catch(() => null);
    if (response?.ok === true) return;
    await setTimeout(POLL_MS);
  }
  life.child.kill('SIGKILL');
  throw new Error(`the server does not answer:\n${life.said.stdout}${life.said.stderr}`);
}
