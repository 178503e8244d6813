import { expect, test } from '@playwright/test';

import { ServerProcess } from '../src/server-process.ts';
import { StockClient, stockVersions } from '../src/stock-client.ts';

for (const program of ['server', 'sync-server'] as const) {
  test.describe(program, () => {
    test('brings stock clients of all versions to the same text, and keeps it', async () => {
      await using server = await ServerProcess.start(program);
      const room = program === 'server' ? await server.newDocument() : 'a room/ with ünusual name';
      const address = program === 'server' ? room : encodeURIComponent(room);
      using stack = new DisposableStack();
      const clients = stockVersions.map((version) =>
        stack.use(new StockClient(server.syncUrl, address, { version })),
      );
      await Promise.all(clients.map((client) => client.synced()));

      for (let n = 0; n < 50; n++) {
        for (const [index, { text }] of clients.entries()) {
          text.insert(index % 2 === 0 ? text.length : 0, String(index));
        }
      }

      for (const client of clients) {
        await client.until('all letters of all', (doc) => doc.getText('text').length === 200);
      }
      const text = clients[0]?.text.toString() ?? '';
      for (const letter of '0123') expect(text.split(letter)).toHaveLength(51);
      for (const client of clients) expect(client.text.toString()).toBe(text);
      using reader = await new StockClient(server.syncUrl, address).synced();
      expect(reader.text.toString()).toBe(text);
    });

    for (const version of stockVersions) {
      test(`brings two clients of ${version} together, with what they delete`, async () => {
        await using server = await ServerProcess.start(program);
        const room = program === 'server' ? await server.newDocument() : 'room';
        using ada = await new StockClient(server.syncUrl, room, { version }).synced();
        using bo = await new StockClient(server.syncUrl, room, { version }).synced();
        ada.text.insert(0, 'one two three');
        await bo.until('the words', (doc) => doc.getText('text').length === 13);

        bo.text.delete(3, 4);
        ada.text.delete(0, 1);
        ada.text.insert(0, 'O');

        for (const { doc } of [ada, bo]) {
          await expect.poll(() => doc.getText('text').toJSON()).toBe('One three');
        }
        using reader = await new StockClient(server.syncUrl, room, { version }).synced();
        expect(reader.text.toJSON()).toBe('One three');
      });

      test(`shows the presence of a client of ${version} to others until it leaves, or its line breaks`, async () => {
        await using server = await ServerProcess.start(program);
        const room = program === 'server' ? await server.newDocument() : 'room';
        using watcher = await new StockClient(server.syncUrl, room, { version }).synced();
        using client = await new StockClient(server.syncUrl, room, { version }).synced();

        client.provider.awareness.setLocalStateField('user', { name: 'Ada' });
        await watcher.untilPresent('Ada', (names) => names.includes('Ada'));
        client.provider.disconnect();
        await watcher.untilPresent('Ada’s leaving', (names) => !names.includes('Ada'));
        client.provider.connect();
        await watcher.untilPresent('Ada again', (names) => names.includes('Ada'));
        client.breakLine();
        await watcher.untilPresent('the end of Ada’s line', (names) => !names.includes('Ada'));
      });

      test(`gets a client of ${version} back after the server was killed, with all it wrote meanwhile`, async () => {
        await using server = await ServerProcess.start(program);
        const room = program === 'server' ? await server.newDocument() : 'room';
        using writer = await new StockClient(server.syncUrl, room, { version }).synced();
        writer.text.insert(0, 'before ');

        await server.kill9();
        writer.text.insert(writer.text.length, 'during ');
        await server.start();
        await writer.synced();
        writer.text.insert(writer.text.length, 'after');

        using reader = new StockClient(server.syncUrl, room);
        await reader.until('all three words', (doc) => doc.getText('text').length === 19);
        expect(reader.text.toString()).toBe('before during after');
      });
    }
  });
}
