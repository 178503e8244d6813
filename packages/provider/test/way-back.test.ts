import { expect, test } from 'vitest';

import { decodePresence, isGone } from '@indelible/protocol';

import type { Provider } from '../src/provider.ts';
import { defaultSettings } from '../src/settings.ts';
import { settle, until } from './support/turns.ts';
import { contentOf, lineOf, saveOf, textOf, World, write } from './support/world.ts';

const { wayBackBase, connectTimeout, handover } = defaultSettings;

/** A network that lets no WebSocket through. */
function blocked(): World {
  const world = new World();
  world.server.door = 1006;
  world.server.httpDoor = 'open';
  return world;
}

/** Waits until the provider is connected over HTTP. */
async function overHttp(world: World, provider: Provider): Promise<void> {
  await until(() => lineOf(provider) === 'reconnecting');
  world.clock.advance(1_000);
  await until(() => contentOf(provider) === 'synced');
  expect(provider.status().connection).toEqual({ state: 'connected', via: 'http' });
}

const kinds = ({ server }: World): string[] => [...server.sockets].map(({ via }) => via);

/** Who was said to have left, on whatever line. */
const departures = ({ server }: World): number[] =>
  [...server.sockets].flatMap(({ received }) =>
    received.flatMap((frame) =>
      frame.type === 'presence'
        ? decodePresence(frame.presence, 100).flatMap((entry) =>
            isGone(entry) ? [entry.client] : [],
          )
        : [],
    ),
  );

test('where WebSockets are blocked it goes over HTTP by itself, and Saved means the same', async () => {
  await using world = blocked();
  world.server.type('before ');
  const provider = world.visit();
  await overHttp(world, provider);
  world.server.commitsAtOnce = false;
  write(provider, 'words ');
  await until(() => world.server.text === 'words before ');
  expect(saveOf(provider)).toBe('saving');
  world.server.commit();
  await until(() => saveOf(provider) === 'saved');
  expect([world.server.dials, world.server.httpDials]).toEqual([2, 1]);
});

test('a network that swallows WebSockets is given up at the first timeout', async () => {
  await using world = blocked();
  world.server.door = 'silent';
  const provider = world.visit();
  await until(() => world.server.dials === 1);
  world.clock.advance(connectTimeout + 1_000);
  await until(() => lineOf(provider) === 'connected');
  expect(provider.status().connection).toEqual({ state: 'connected', via: 'http' });
});

test('when WebSockets work again it goes back, and nothing shows but that', async () => {
  await using world = blocked();
  const provider = world.visit();
  provider.awareness.setLocalStateField('user', { name: 'Ada' });
  await overHttp(world, provider);
  world.server.door = 'open';
  world.server.commitsAtOnce = false;
  write(provider, 'kept ');
  await until(() => world.server.text === 'kept ');
  const seen: string[] = [];
  provider.subscribe(() => {
    const { connection, save, content } = provider.status();
    const via = connection.state === 'connected' ? connection.via : connection.state;
    seen.push([via, save.state, content].join(' '));
  });

  world.clock.advance(wayBackBase);
  await until(() => seen.length > 0);
  write(provider, 'and more, ');
  await until(() => world.server.text === 'and more, kept ');
  expect(kinds(world)).toEqual(['http', 'webSocket']);
  world.server.commit();
  await until(() => saveOf(provider) === 'saved');
  world.clock.advance(handover);
  await settle();
  expect(kinds(world)).toEqual(['webSocket']);
  expect(world.server.savedText).toBe('and more, kept ');
  expect(new Set(seen)).toEqual(new Set(['webSocket saving synced', 'webSocket saved synced']));
  expect(departures(world)).toEqual([]);
});

test('what was under way when the line was exchanged is asked for again on the new one', async () => {
  await using world = blocked();
  const provider = world.visit();
  await overHttp(world, provider);
  world.server.commitsAtOnce = false;
  write(provider, 'words');
  await until(() => world.server.text === 'words');
  world.server.door = 'open';
  world.clock.advance(wayBackBase);
  await until(() => world.server.sockets.size === 2);
  await settle();
  world.clock.advance(handover);
  expect([kinds(world), saveOf(provider)]).toEqual([['webSocket'], 'saving']);
  world.server.commit();
  await until(() => saveOf(provider) === 'saved');
});

test('others stay visible while the line is exchanged', async () => {
  await using world = blocked();
  const [ada, bo] = [world.visit(), world.visit()];
  bo.awareness.setLocalStateField('user', { name: 'Bo' });
  await overHttp(world, bo);
  await until(() => contentOf(ada) === 'synced');
  bo.awareness.setLocalStateField('user', { name: 'Bo, here' });
  await until(() => ada.awareness.getStates().has(bo.doc.clientID));
  const removed: number[] = [];
  ada.awareness.on('change', (change: { readonly removed: readonly number[] }) => {
    removed.push(...change.removed);
  });
  world.server.door = 'open';
  world.clock.advance(wayBackBase);
  await until(() => world.server.sockets.size === 4);
  world.clock.advance(handover);
  await until(() => world.server.sockets.size === 2);
  write(bo, 'words');
  await until(() => textOf(ada) === 'words');
  expect(removed).toEqual([]);
});

test('a WebSocket that opens and says nothing, or is refused, changes nothing', async () => {
  await using world = blocked();
  const provider = world.visit();
  await overHttp(world, provider);
  world.server.door = 'silent';
  const { dials } = world.server;
  world.clock.advance(wayBackBase);
  expect(world.server.dials).toBe(dials + 1);
  for (let waited = 0; waited < connectTimeout; waited += 5_000) {
    world.server.keepAwake();
    await settle();
    world.clock.advance(5_000);
  }
  world.server.door = 4403;
  world.server.keepAwake();
  await settle();
  world.clock.advance(2 * wayBackBase);
  await settle();
  expect(world.server.dials).toBe(dials + 2);
  expect(provider.status().connection).toEqual({ state: 'connected', via: 'http' });
  write(provider, 'words');
  await until(() => saveOf(provider) === 'saved');
});

test('a line over HTTP that is lost is tried over HTTP again', async () => {
  await using world = blocked();
  const provider = world.visit();
  await overHttp(world, provider);
  const { dials } = world.server;
  world.server.cut(1012);
  await until(() => lineOf(provider) === 'reconnecting');
  world.clock.advance(1_000);
  await until(() => lineOf(provider) === 'connected');
  expect([world.server.dials, world.server.httpDials]).toEqual([dials, 2]);
});

test('a page that is closed while the line is exchanged leaves no line behind', async () => {
  await using world = blocked();
  const provider = world.visit();
  await overHttp(world, provider);
  world.server.door = 'open';
  world.clock.advance(wayBackBase);
  await until(() => world.server.sockets.size === 2);
  await provider[Symbol.asyncDispose]();
  expect(world.server.sockets.size).toBe(0);
});

test('a refusal over HTTP ends it for good, like any other', async () => {
  await using world = blocked();
  world.server.httpDoor = 4401;
  const provider = world.visit();
  await until(() => lineOf(provider) === 'reconnecting');
  world.clock.advance(1_000);
  await until(() => lineOf(provider) === 'disconnected');
  expect(provider.status().connection).toMatchObject({ refusal: 'unauthenticated' });
  world.server.httpDoor = 'open';
  provider.retry();
  await until(() => lineOf(provider) === 'connected');
  expect(world.server.dials).toBe(2);
});
