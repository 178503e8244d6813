import { setTimeout } from 'node:timers/promises';

import { expect, test } from '@playwright/test';

import { ServerProcess } from '../src/server-process.ts';
import { StockClient } from '../src/stock-client.ts';

/**
 * The clients' own patience is 30 s and can't be set, and they read the real clock; so this test is the
 * one that really waits, for four times as long.
 */
const QUIET_MS = 120_000;

test('stock clients that do nothing for two minutes are never disconnected', async () => {
  test.setTimeout(QUIET_MS + 60_000);
  await using server = await ServerProcess.start('sync-server');
  using alone = await new StockClient(server.syncUrl, 'alone').synced();
  using old = await new StockClient(server.syncUrl, 'old', { version: '2.1.0' }).synced();
  using silent = await new StockClient(server.syncUrl, 'silent').synced();
  // With no presence of its own it has nothing to renew either, and hears nothing from itself.
  silent.provider.awareness.setLocalState(null);

  await setTimeout(QUIET_MS);

  for (const client of [alone, old, silent]) {
    expect(client.statuses).toEqual(['connecting', 'connected']);
  }
  expect(silent.provider.awareness.getLocalState()).toBeNull();
  alone.text.insert(0, 'awake');
  using reader = new StockClient(server.syncUrl, 'alone');
  await reader.until('the word', (doc) => doc.getText('text').length === 5);
});
