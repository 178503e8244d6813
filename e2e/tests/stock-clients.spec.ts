import { expect, test } from '@playwright/test';

import { ServerProcess } from '../src/server-process.ts';
import { StockClient } from '../src/stock-client.ts';

const versions = [2, 3] as const;

for (const program of ['server', 'sync-server'] as const) {
  test.describe(program, () => {
    test('brings stock clients of both versions to the same text, and keeps it', async () => {
      await using server = await ServerProcess.start(program);
      const room = program === 'server' ? await server.newDocument() : 'a room/ with ünusual name';
      const address = program === 'server' ? room : encodeURIComponent(room);
      using old = await new StockClient(server.syncUrl, address, { version: 2 }).synced();
      using young = await new StockClient(server.syncUrl, address, { version: 3 }).synced();

      for (let n = 0; n < 50; n++) {
        old.text.insert(old.text.length, 'o');
        young.text.insert(0, 'y');
      }
      old.text.delete(0, 1);

      for (const client of [old, young]) {
        await client.until('all letters of both', (doc) => doc.getText('text').length === 99);
      }
      const text = old.text.toString();
      expect(text.replaceAll('o', '')).toBe('y'.repeat(50));
      expect(text.replaceAll('y', '')).toBe('o'.repeat(49));
      expect(young.text.toString()).toBe(text);
      using reader = await new StockClient(server.syncUrl, address).synced();
      expect(reader.text.toString()).toBe(text);
    });

    for (const version of versions) {
      test(`shows the presence of a ${version}.x client to others until it leaves`, async () => {
        await using server = await ServerProcess.start(program);
        const room = program === 'server' ? await server.newDocument() : 'room';
        using watcher = await new StockClient(server.syncUrl, room).synced();
        using client = await new StockClient(server.syncUrl, room, { version }).synced();

        client.provider.awareness.setLocalStateField('user', { name: 'Ada' });
        await watcher.untilPresent('Ada', (names) => names.includes('Ada'));
        client.provider.disconnect();
        await watcher.untilPresent('Ada’s leaving', (names) => !names.includes('Ada'));
      });

      test(`gets a ${version}.x client back after the server was killed, with all it wrote meanwhile`, async () => {
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
