import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { freePort } from '../src/free-port.ts';
import {
  databaseName,
  newDataDir,
  runToEnd,
  ServerProcess,
  type Ended,
  type Program,
} from '../src/server-process.ts';
import { StockClient, within } from '../src/stock-client.ts';

/** What an operator is to see when it does not start: one line that names the trouble, and a code. */
function expectOneLine({ exitCode, stderr }: Ended, about: string | RegExp): void {
  expect(exitCode, stderr).toBeGreaterThan(0);
  expect(stderr.trimEnd().split('\n'), stderr).toHaveLength(1);
  expect(stderr).toMatch(about);
}

/** A folder with a database in which somebody has written. */
async function writtenData(program: Program): Promise<string> {
  const dataDir = newDataDir();
  await using server = await ServerProcess.start(program, { dataDir });
  const room = await roomOf(server, program);
  using writer = await new StockClient(server.syncUrl, room).synced();
  writer.text.insert(0, 'words that are kept '.repeat(4_000));
  using reader = new StockClient(server.syncUrl, room);
  await reader.until('the words', (doc) => doc.getText('text').length === 80_000);
  await server.stop();
  return dataDir;
}

/** A room to write in; the product has only those that were made. */
async function roomOf(server: ServerProcess, program: Program): Promise<string> {
  return program === 'server' ? server.newDocument() : 'any room';
}

for (const program of ['server', 'sync-server'] as const) {
  test.describe(program, () => {
    let dataDir = '';
    test.beforeEach(() => {
      dataDir = newDataDir();
    });
    test.afterEach(() => {
      rmSync(dataDir, { recursive: true, force: true });
    });
    const database = (): string => join(dataDir, databaseName(program));
    const runIt = async (env: Record<string, string> = {}): Promise<Ended> =>
      runToEnd(program, { DATA_DIR: dataDir, PORT: String(await freePort()), ...env });

    test('says that its port is in use', async () => {
      const occupant = createServer();
      const port = await freePort();
      await new Promise<void>((resolve) => occupant.listen(port, '127.0.0.1', resolve));
      try {
        expectOneLine(await runIt({ PORT: String(port) }), String(port));
      } finally {
        occupant.close();
      }
    });

    test('says that a port is no port', async () => {
      expectOneLine(await runIt({ PORT: 'seven' }), /PORT/);
    });

    test('refuses data that another process serves, which goes on as if nothing had happened', async () => {
      await using first = await ServerProcess.start(program, { dataDir });
      const room = await roomOf(first, program);
      using writer = await new StockClient(first.syncUrl, room).synced();

      expectOneLine(await runIt(), database());

      writer.text.insert(0, 'still here');
      using reader = new StockClient(first.syncUrl, room);
      await reader.until('the text', (doc) => doc.getText('text').length === 10);
      expect(writer.statuses).toEqual(['connecting', 'connected']);
    });

    test('leaves a file alone that is no database', async () => {
      const before = Buffer.from('Dear diary, today I was no database. '.repeat(300));
      writeFileSync(database(), before);
      expectOneLine(await runIt(), database());
      expect(readFileSync(database()).equals(before)).toBe(true);
    });

    test('leaves a database alone that was cut short', async () => {
      dataDir = await writtenData(program);
      const whole = readFileSync(database());
      const before = whole.subarray(0, Math.floor(whole.length / 2 / 4096) * 4096);
      writeFileSync(database(), before);
      expectOneLine(await runIt(), database());
      expect(readFileSync(database()).equals(before)).toBe(true);
    });

    test('leaves a database alone whose pages were overwritten', async () => {
      dataDir = await writtenData(program);
      const before = readFileSync(database());
      before.fill(0xa5, 4096 * 2, before.length);
      writeFileSync(database(), before);
      expectOneLine(await runIt(), database());
      expect(readFileSync(database()).equals(before)).toBe(true);
    });

    test('says that its data folder cannot be made', async () => {
      writeFileSync(join(dataDir, 'file'), '');
      const inside = join(dataDir, 'file', 'data');
      expectOneLine(await runIt({ DATA_DIR: inside }), inside);
    });

    test('says that its data folder cannot be written', async () => {
      // Nothing stops the administrator, so then somebody else has to try.
      const isRoot = process.getuid?.() === 0;
      const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
      test.skip(isRoot && !othersMayEnter(), 'the checkout is in a folder only root may enter');
      const folder = join(dataDir, 'mine');
      mkdirSync(folder);
      chmodSync(dataDir, 0o755);
      chmodSync(folder, 0o555);
      const env = { DATA_DIR: folder, PORT: String(await freePort()) };
      expectOneLine(await runToEnd(program, env, nobody), folder);
      chmodSync(folder, 0o755);
    });

    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      test(`on ${signal} saves what it has, closes every line with 1012 and exits with 0`, async () => {
        await using server = await ServerProcess.start(program, { dataDir });
        const room = await roomOf(server, program);
        using reader = await new StockClient(server.syncUrl, room).synced();
        const closed = new Promise<number | undefined>((resolve) => {
          reader.provider.once('connection-close', (event) => resolve(event?.code));
        });
        {
          using writer = await new StockClient(server.syncUrl, room).synced();
          writer.text.insert(0, 'last words');
          await reader.until('the last words', (doc) => doc.getText('text').length === 10);
        }

        const ended = await server.stop(signal);

        expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
        expect(await within('the closing', closed)).toBe(1012);
        // Who still has the words would bring them back, so nobody may.
        reader[Symbol.dispose]();
        await server.start();
        using late = await new StockClient(server.syncUrl, room).synced();
        expect(late.text.toString()).toBe('last words');
      });
    }
  });
}

/** True if a stranger could run the program: every folder down to it lets others pass. */
function othersMayEnter(): boolean {
  const { pathname } = new URL('../..', import.meta.url);
  const folders = pathname.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  return folders.every((folder) => (statSync(folder === '' ? '/' : folder).mode & 0o001) !== 0);
}
