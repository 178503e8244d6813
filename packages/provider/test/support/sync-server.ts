import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** A real sync server in a process of its own, with data of its own. */
export class SyncServer implements AsyncDisposable {
  readonly port: number;
  readonly #folder: string;
  #process: ChildProcess;

  private constructor(folder: string, process: ChildProcess, port: number) {
    this.#folder = folder;
    this.#process = process;
    this.port = port;
  }

  static async start(): Promise<SyncServer> {
    const folder = await mkdtemp(join(tmpdir(), 'indelible-'));
    const { process, port } = await launch(folder, 0);
    return new SyncServer(folder, process, port);
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  /** The value of a metric, without its prefix. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text();
    const [, value = '0'] = new RegExp(`^indelible_${name} (\\S+)$`, 'm').exec(text) ?? [];
    return Number(value);
  }

  /** Ends it as an operator would and starts it again on the same port and data. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    this.#process = (await launch(this.#folder, this.port)).process;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const exit = once(this.#process, 'exit');
    this.#process.kill(signal);
    await exit;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end('SIGKILL');
    await rm(this.#folder, { recursive: true });
  }
}

/** Resolves when it has said where it is. */
async function launch(
  folder: string,
  port: number,
): Promise<{ readonly process: ChildProcess; readonly port: number }> {
  const started = spawn(process.execPath, ['apps/sync-server/src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  started.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  for (;;) {
    await Promise.race([once(started.stdout, 'data'), once(started, 'exit')]);
    const [, found] = /ws:\/\/localhost:(\d+)/.exec(said) ?? [];
    if (found !== undefined) return { process: started, port: Number(found) };
    if (started.exitCode !== null) throw new Error(`the server ended: ${said}`);
  }
}
