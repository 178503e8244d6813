import { expect, test } from '@playwright/test';
import * as Y from 'yjs';

import { OwnClient } from '../src/own-client.ts';
import { PausedReader } from '../src/paused-reader.ts';
import { ServerProcess } from '../src/server-process.ts';
import { StockClient } from '../src/stock-client.ts';

const PAUSED = 100;
const WORDS = 64;
const LONG_WORD = `${'long '.repeat(50_000)}. `;
/** Bytes. If what waits were kept for each of them, it would take 1.6 GB. */
const MOST_GROWTH = 400 * 2 ** 20;
/** Closed with one of these, one comes back: cut by the heartbeat, or too much in a line that is too slow. */
const RETRYABLE = [1006, 1013];
const LAST = 'last.';

const isOpen = ({ closedWith }: PausedReader): boolean => closedWith === null;

test('a hundred who don’t read cost the server nothing, keep nobody up, and then get everything', async () => {
  test.setTimeout(180_000);
  await using server = await ServerProcess.start('sync-server');
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
    return Number(line?.split(' ')[1] ?? 0);
  };
  const memory = (): Promise<number> => metric('process_resident_memory_bytes');
  using stack = new DisposableStack();
  const ada = stack.use(await new OwnClient(server.syncUrl, 'room').synced());
  const live = [stack.use(new StockClient(server.syncUrl, 'room'))];
  live.push(stack.use(new StockClient(server.syncUrl, 'room')));
  const join = (): Promise<PausedReader> =>
    PausedReader.join(server.syncUrl, 'room', ada.doc.clientID);
  const text = ada.doc.getText('text');
  const everybodyLive = (): Promise<unknown> =>
    Promise.all(
      live.map((reader) => reader.until('the last word', () => reader.text.length === text.length)),
    );

  text.insert(0, 'first. ');
  const readers = await Promise.all(Array.from({ length: PAUSED }, join));
  for (const reader of readers) stack.use(reader);
  await Promise.all(readers.map((reader) => reader.caughtUp(text.length)));
  for (const reader of readers) reader.pause();
  const before = await memory();
  let most = before;
  const look = async (): Promise<void> => {
    most = Math.max(most, await memory());
  };
  for (let n = 0; n < WORDS; n++) {
    text.insert(text.length, LONG_WORD);
    await everybodyLive();
    if (n % 8 === 0) await look();
  }
  expect(most - before).toBeLessThan(MOST_GROWTH);
  await ada.until('SAVED', () => ada.saved === ada.asked);
  // Passed over; or, where this took long, found dead.
  const passedOver = await metric('indelible_slow_connections');
  expect(passedOver + (await metric('indelible_closes_total{code="1006"}'))).toBe(PAUSED);

  for (const reader of readers) reader.resume();
  const caughtUp = Promise.all(readers.map((reader) => reader.caughtUp(text.length + LAST.length)));
  text.insert(text.length, LAST);
  await everybodyLive();
  await caughtUp;
  await look();
  expect(most - before).toBeLessThan(MOST_GROWTH);
  const [stayed, closed] = [readers.filter(isOpen), readers.filter((reader) => !isOpen(reader))];
  // What they had missed came merged, and not one by one.
  for (const { updates } of stayed) expect(updates).toBeLessThan(WORDS * 0.75);
  for (const { closedWith } of closed) expect(RETRYABLE).toContain(closedWith);
  for (const _ of closed.slice(0, 3)) {
    const again = stack.use(await join());
    await again.caughtUp(text.length);
    expect(again.closedWith).toBeNull();
  }
  for (const { doc, statuses } of live) {
    expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(ada.doc))).toBe(true);
    expect(statuses).toEqual(['connecting', 'connected']);
  }
});
