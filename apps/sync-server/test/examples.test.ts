import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { expect, onTestFinished, test } from 'vitest';

import { Running } from './running.ts';
import { SECRET, token } from './tokens.ts';

const run = promisify(execFile);
const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const LINES = join(EXAMPLES, 'node/main.js');

test('the program adds lines to a room and reads what others have added', async () => {
  await using server = await Running.start();
  const add = (...args: readonly string[]) =>
    run(process.execPath, [LINES, 'a-room', ...args], { env: { SERVER: server.url } });
  expect((await add('first')).stdout).toBe('first\n');
  expect((await add('second')).stdout).toBe('first\nsecond\n');
  await server.restart();
  expect((await add()).stdout).toBe('first\nsecond\n');
});

test('the program says why it is refused', async () => {
  await using server = await Running.start({ AUTH: 'jwt', JWT_SECRET: SECRET });
  const add = (TOKEN: string) =>
    run(process.execPath, [LINES, 'a-room', 'x'], { env: { SERVER: server.url, TOKEN } });
  await expect(add('nonsense')).rejects.toThrow('refused with 4401: the token is not valid');
  await expect(add(await token())).rejects.toThrow('refused with 4403');
  expect((await add(await token({ room: 'a-room' }))).stdout).toBe('x\n');
});

test('the page with CodeMirror can be built', async () => {
  const folder = join(EXAMPLES, 'codemirror');
  const manifest = createRequire(join(folder, 'package.json')).resolve('vite/package.json');
  const vite = join(dirname(manifest), 'bin/vite.js');
  const into = await mkdtemp(join(tmpdir(), 'indelible-example-'));
  onTestFinished(() => rm(into, { recursive: true }));
  await run(process.execPath, [vite, 'build', '--outDir', into], { cwd: folder });
  expect(await readdir(into)).toEqual(['assets', 'index.html']);
});
