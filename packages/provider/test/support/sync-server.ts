import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../../apps/sync-server/src/main.ts', import.meta.url));

export interface SyncServer extends AsyncDisposable {
  readonly url: string;
}

/** The real server, as a process of its own with a data folder of its own. */
export async function startSyncServer(): Promise<SyncServer> {
  const folder = await mkdtemp(join(tmpdir(), 'indelible-'));
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const address = Promise.withResolvers<string>();
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const [, port] = /ws:\/\/[^:]+:(\d+)\//.exec(said) ?? [];
    if (port !== undefined) address.resolve(`ws://127.0.0.1:${port}`);
  });
  void ended.then(() => address.reject(new Error(`the server ended: ${said}`)));
  return {
    url: await address.promise,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
