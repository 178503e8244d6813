import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { openProvider, type OpenedProvider } from '../src/provider-registry.ts';
import { settle, until } from './support/turns.ts';
import { contentOf, DOCUMENT, saveOf, URL, World, write } from './support/world.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const openIn = ({ server, clock, indexedDB }: World): OpenedProvider =>
  openProvider({
    url: URL,
    document: DOCUMENT,
    environment: { WebSocket: server.WebSocket, clock, indexedDB, random: () => 0.5 },
  });

/** Longer than a closing lingers. */
const linger = (): void => void vi.advanceTimersByTime(2_000);

test('who opens the same document shares it, and the last to release it closes it', async () => {
  await using world = new World();
  const [a, b] = [openIn(world), openIn(world)];
  expect(a.provider).toBe(b.provider);
  await until(() => contentOf(a.provider) === 'synced');
  a.release();
  a.release();
  linger();
  await settle();
  expect(world.server.isConnected).toBe(true);
  b.release();
  linger();
  await until(() => !world.server.isConnected);
});

test('releasing and opening again at once keeps the same provider and its line', async () => {
  await using world = new World();
  const first = openIn(world);
  await until(() => contentOf(first.provider) === 'synced');
  first.release();
  const second = openIn(world);
  linger();
  await settle();
  expect(second.provider).toBe(first.provider);
  expect([world.server.dials, world.server.isConnected]).toEqual([1, true]);
  second.release();
  linger();
  await until(() => !world.server.isConnected);
});

test('opening again during the closing waits for it, and then has everything', async () => {
  await using world = new World();
  const first = openIn(world);
  await until(() => contentOf(first.provider) === 'synced');
  write(first.provider, 'last words');
  await until(() => !first.provider.status().unsafeToClose);
  first.release();
  linger();
  const second = openIn(world);
  expect(second.provider).not.toBe(first.provider);
  await until(() => contentOf(second.provider) === 'synced');
  expect(second.provider.doc.getText('t').toString()).toBe('last words');
  expect([world.server.dials, world.server.peak]).toEqual([2, 1]);
  second.release();
  linger();
  await until(() => !world.server.isConnected);
});

test('a document with words that are kept nowhere is not closed before they are saved', async () => {
  await using world = new World();
  const { server, clock } = world;
  const opened = openProvider({
    url: URL,
    document: DOCUMENT,
    environment: { WebSocket: server.WebSocket, clock, indexedDB: null, random: () => 0.5 },
  });
  await until(() => contentOf(opened.provider) === 'synced');
  server.commitsAtOnce = false;
  write(opened.provider, 'kept nowhere');
  opened.release();
  linger();
  await settle();
  expect(server.isConnected).toBe(true);
  server.commit();
  await until(() => !server.isConnected);
  expect([server.savedText, saveOf(opened.provider)]).toEqual(['kept nowhere', 'saved']);
});
