import 'fake-indexeddb/auto';
import { expect, test } from '@playwright/test';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

import { ServerProcess } from '../src/server-process.ts';
import { StockClient, stockVersions } from '../src/stock-client.ts';

/** A page of an app that keeps its document on the device, too. */
class KeptPage implements AsyncDisposable {
  readonly doc = new Y.Doc();
  readonly kept: IndexeddbPersistence;

  constructor(name: string) {
    this.kept = new IndexeddbPersistence(name, this.doc);
  }

  get text(): Y.Text {
    return this.doc.getText('text');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kept.destroy();
    this.doc.destroy();
  }
}

for (const version of stockVersions) {
  test(`a client of ${version} beside y-indexeddb brings what was written without a server, once`, async () => {
    const name = `kept beside ${version}`;
    await using server = await ServerProcess.start('sync-server');
    {
      await using page = new KeptPage(name);
      await page.kept.whenSynced;
      using line = await new StockClient(server.syncUrl, 'room', {
        version,
        doc: page.doc,
      }).synced();
      page.text.insert(0, 'on line, ');
      using other = new StockClient(server.syncUrl, 'room');
      await other.until('what was written', (doc) => doc.getText('text').length === 9);
      line.provider.disconnect();
      page.text.insert(9, 'off line, ');
      page.text.delete(0, 3);
    }
    using bo = await new StockClient(server.syncUrl, 'room', { version }).synced();
    bo.text.insert(9, 'Bo');

    await using page = new KeptPage(name);
    await page.kept.whenSynced;
    expect(page.text.toJSON()).toBe('line, off line, ');
    using _line = new StockClient(server.syncUrl, 'room', { version, doc: page.doc });

    for (const { text } of [page, bo]) {
      await expect.poll(() => text.toJSON()).toMatch(/^line, (Booff line, |off line, Bo)$/);
    }
    expect(page.text.toJSON()).toBe(bo.text.toJSON());
    using reader = await new StockClient(server.syncUrl, 'room').synced();
    expect(reader.text.toJSON()).toBe(bo.text.toJSON());
  });

  test(`two providers of ${version} keep one document in two rooms, and bring them together`, async () => {
    await using server = await ServerProcess.start('sync-server');
    const doc = new Y.Doc();
    using one = await new StockClient(server.syncUrl, 'one', { version, doc }).synced();
    using two = await new StockClient(server.syncUrl, 'two', { version, doc }).synced();
    using ada = await new StockClient(server.syncUrl, 'one', { version }).synced();
    using bo = await new StockClient(server.syncUrl, 'two', { version }).synced();

    ada.text.insert(0, 'Ada ');
    await bo.until('Ada’s word', () => bo.text.toJSON() === 'Ada ');
    bo.text.insert(4, 'Bo');
    doc.getText('text').delete(0, 1);
    for (const { text } of [ada, bo]) await expect.poll(() => text.toJSON()).toBe('da Bo');

    two.provider.disconnect();
    ada.text.insert(0, 'A');
    await one.until('Ada’s letter', () => one.text.toJSON() === 'Ada Bo');
    expect(bo.text.toJSON()).toBe('da Bo');
    two.provider.connect();
    await bo.until('Ada’s letter', () => bo.text.toJSON() === 'Ada Bo');
  });
}

test('two providers on one document and in one room do no harm to each other or to the text', async () => {
  await using server = await ServerProcess.start('sync-server');
  const doc = new Y.Doc();
  using first = await new StockClient(server.syncUrl, 'room', { version: '1.5.4', doc }).synced();
  using second = await new StockClient(server.syncUrl, 'room', { doc }).synced();
  using bo = await new StockClient(server.syncUrl, 'room').synced();
  first.provider.awareness.setLocalStateField('user', { name: 'Ada' });
  second.provider.awareness.setLocalStateField('user', { name: 'Ada' });
  await bo.untilPresent('Ada', (names) => names.includes('Ada'));

  for (let n = 0; n < 20; n++) {
    doc.getText('text').insert(0, 'a');
    bo.text.insert(bo.text.length, 'b');
  }
  for (const { text } of [first, bo]) await expect.poll(() => text.length).toBe(40);
  expect(bo.text.toJSON()).toBe(first.text.toJSON());

  first.provider.disconnect();
  bo.text.insert(0, 'c');
  await second.until('another letter', () => second.text.length === 41);
  await bo.untilPresent('Ada, on her other line', (names) => names.includes('Ada'));
  second.provider.disconnect();
  await bo.untilPresent('Ada’s leaving', (names) => !names.includes('Ada'));
});
