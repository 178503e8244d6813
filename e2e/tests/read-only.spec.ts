import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { OwnClient } from '../src/own-client.ts';
import { ReadOnlyFiles } from '../src/read-only.ts';
import { databaseName, ServerProcess } from '../src/server-process.ts';
import { StockClient } from '../src/stock-client.ts';

test('while the database can’t be written nothing is said to be saved, and people go on; then everything is', async () => {
  await using server = await ServerProcess.start('sync-server');
  const ready = async (): Promise<boolean> => (await fetch(`${server.url}/readyz`)).ok;
  using ada = await new OwnClient(server.syncUrl, 'room').synced();
  using bo = await new StockClient(server.syncUrl, 'room').synced();
  const seenByBo = (key: string): boolean => bo.doc.getMap('map').has(key);
  ada.map.set('before', 1);
  await ada.until('SAVED', () => ada.saved === ada.asked);
  const before = ada.saved;
  expect(await ready()).toBe(true);

  const database = join(server.dataDir, databaseName('sync-server'));
  const made = ReadOnlyFiles.make([database, `${database}-wal`]);
  if ('reason' in made) return test.skip(true, made.reason);
  using files = made;

  ada.map.set('meanwhile', 1);
  ada.map.delete('before');
  await ada.until('being told', () => ada.statuses.at(-1) === 'degraded');
  await expect.poll(ready).toBe(false);
  ada.map.set('later', 1);
  await bo.until('what Ada wrote', () => seenByBo('later') && !seenByBo('before'));
  bo.doc.getMap('map').set('Bo’s', 1);
  await ada.until('what Bo wrote', () => ada.map.has('Bo’s'));
  using late = await new StockClient(server.syncUrl, 'room').synced();
  expect([...late.doc.getMap('map').keys()].toSorted()).toEqual(['Bo’s', 'later', 'meanwhile']);
  expect(ada.saved).toBe(before);
  expect(ada.statuses).toEqual(['degraded']);

  files.undo();

  await ada.until('SAVED', () => ada.saved === ada.asked);
  expect(ada.statuses).toEqual(['degraded', 'ok']);
  await expect.poll(ready).toBe(true);
  await server.kill9();
  for (const gone of [ada, bo, late]) gone[Symbol.dispose]();
  await server.start();
  using reader = await new StockClient(server.syncUrl, 'room').synced();
  expect([...reader.doc.getMap('map').keys()].toSorted()).toEqual(['Bo’s', 'later', 'meanwhile']);
});
