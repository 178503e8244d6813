import { expect, test } from 'vitest';

import {
  decodePresence,
  encodePresence,
  goneEntry,
  isGone,
  presenceFrame,
} from '@indelible/protocol';
import type { PresenceEntry } from '@indelible/protocol';

import type { Provider } from '../src/provider.ts';
import type { FakeServer } from './support/fake-server.ts';
import { settle, until } from './support/turns.ts';
import { contentOf, lineOf, World } from './support/world.ts';

const OTHER = 4711;
const stateOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const frameOf = (...entries: PresenceEntry[]): Uint8Array => presenceFrame(encodePresence(entries));
const other = (clock: number, text = '{"user":{"name":"Ada"}}'): PresenceEntry => ({
  client: OTHER,
  clock,
  state: stateOf(text),
});

/** What the line has heard about this page's presence, oldest first. */
const announced = (server: FakeServer): PresenceEntry[] =>
  server.socket.received.flatMap((frame) =>
    frame.type === 'presence' ? decodePresence(frame.presence, 100) : [],
  );

const peers = ({ awareness }: Provider): number[] =>
  [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID);

test('one’s own presence is announced on each line, each time with a later clock', async () => {
  await using world = new World();
  const provider = world.visit();
  provider.awareness.setLocalStateField('user', { name: 'Grace' });
  await until(() => contentOf(provider) === 'synced');
  await settle();
  const [first] = announced(world.server);
  expect(new TextDecoder().decode(first?.state)).toBe('{"user":{"name":"Grace"}}');

  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  world.clock.advance(300);
  await until(() => lineOf(provider) === 'connected');
  await settle();
  const [second] = announced(world.server);
  expect(second?.client).toBe(provider.awareness.clientID);
  // A server takes a lost client away with the clock after its last.
  expect(second?.clock).toBeGreaterThan((first?.clock ?? 0) + 1);
});

test('other people’s presence is seen and never sent back', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  await settle();
  const before = announced(world.server);
  world.server.say(frameOf(other(1)));
  await until(() => peers(provider).includes(OTHER));
  await settle();
  expect(announced(world.server)).toEqual(before);
});

test('other people vanish with the line, and are back with the next one at the same clock', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  world.server.say(frameOf(other(3)));
  await until(() => peers(provider).length === 1);
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  expect(peers(provider)).toEqual([]);
  expect(provider.awareness.getLocalState()).not.toBeNull();
  world.clock.advance(300);
  await until(() => lineOf(provider) === 'connected');
  world.server.say(frameOf(other(3)));
  await until(() => peers(provider).length === 1);
});

test('whoever claims that we are gone, or speaks for us, is not believed', async () => {
  await using world = new World();
  const provider = world.visit();
  provider.awareness.setLocalStateField('user', { name: 'Grace' });
  await until(() => contentOf(provider) === 'synced');
  const { clientID } = provider.awareness;
  world.server.say(
    frameOf({ client: clientID, clock: 90, state: stateOf('{"user":{"name":"Eve"}}') }),
  );
  world.server.say(frameOf(goneEntry(clientID, 99)));
  await until(() => announced(world.server).some(({ clock }) => clock > 99));
  expect(provider.awareness.getLocalState()).toEqual({ user: { name: 'Grace' } });
});

test('presence that is no JSON is passed over, the rest of the message is not', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  world.server.say(frameOf({ client: 5, clock: 1, state: stateOf('{') }, other(1)));
  await until(() => peers(provider).length > 0);
  expect([peers(provider), lineOf(provider)]).toEqual([[OTHER], 'connected']);
});

test('a page that is left says so, and announces itself when it comes back', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  provider.page.signal('leaving');
  await settle();
  const left = announced(world.server).at(-1);
  expect(left !== undefined && isGone(left)).toBe(true);

  provider.page.signal('returned');
  await settle();
  const back = announced(world.server).at(-1);
  expect(back !== undefined && !isGone(back) && back.clock > (left?.clock ?? 0)).toBe(true);
});

test('a provider that is closed takes its presence along', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  const { server } = world;
  const { socket } = server;
  await provider[Symbol.asyncDispose]();
  const last = socket.received.findLast(({ type }) => type === 'presence');
  const [entry] = last?.type === 'presence' ? decodePresence(last.presence, 1) : [];
  expect(entry !== undefined && isGone(entry)).toBe(true);
});
