/**
 * What `npx -y pnpm dev` runs: the server, started again whenever its files change, and Vite's
 * server for the page in front of it. Ctrl-C ends both.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

import { workspaceEnv } from './run.ts';
import { root } from './source-files.ts';

/** Where apps/web/vite.config.ts expects the server. */
const SERVER_PORT = '1234';
const PAGE_PORT = process.env['PORT'] ?? '5173';
const HOST = process.env['HOST'] ?? 'localhost';

const POLL_MS = 200;

const start = (folder: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, args, {
    cwd: join(root, folder),
    env: { ...workspaceEnv(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const server = start('.', ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
  PORT: SERVER_PORT,
  HOST: '127.0.0.1',
});
const vite = 'node_modules/vite/bin/vite.js --strictPort --logLevel warn'.split(' ');
const page = start('apps/web', [...vite, '--host', HOST, '--port', PAGE_PORT], {});
const children = [server, page];

for (const child of children) {
  if (child.stdout === null) continue;
  createInterface({ input: child.stdout }).on('line', (line) => {
    // The server's own address works, too, but has the page as it was built last.
    if (!line.includes(`:${SERVER_PORT}`)) console.log(line);
  });
}

const ending = new AbortController();
ending.signal.addEventListener('abort', () => {
  for (const child of children) child.kill('SIGTERM');
});
process.on('SIGINT', () => ending.abort());
process.on('SIGTERM', () => ending.abort());

/** Resolves with true once the address answers, with false when everything is ending anyway. */
async function answers(url: string): Promise<boolean> {
  while (!ending.signal.aborted) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok === true) return true;
    await setTimeout(POLL_MS);
  }
  return false;
}

/** When one of the two ends, so does the other. */
const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', (code) => {
      if (!ending.signal.aborted) process.exitCode = code === 0 ? 0 : 1;
      ending.abort();
      resolve();
    });
  });
const ended = children.map(end);

const url = `http://${HOST}:${PAGE_PORT}`;
// The server first, and directly: the page would report every request it can't pass on.
if ((await answers(`http://127.0.0.1:${SERVER_PORT}/healthz`)) && (await answers(url))) {
  console.log(`Indelible is at ${url} and follows your changes. Ctrl-C ends it.`);
}
await Promise.all(ended);
