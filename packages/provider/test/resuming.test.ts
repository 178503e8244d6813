import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { extensionFrame, updateFrame } from '@indelible/protocol';

import type { Provider } from '../src/provider.ts';
import { settle, until } from './support/turns.ts';
import { contentOf, lineOf, saveOf, textOf, World, write } from './support/world.ts';

/** A page that is connected to a server with places, and has heard of one. */
async function visitPlaced(world: World): Promise<Provider> {
  world.server.hasPlaces = true;
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'begun ');
  await until(() => saveOf(provider) === 'saved');
  await settle();
  return provider;
}

async function comeBack(world: World, provider: Provider): Promise<void> {
  world.clock.advance(30_000);
  await until(() => lineOf(provider) === 'connected');
  await settle();
}

/** What the server has heard on its line. */
const heardBy = ({ server }: World): string[] => server.socket.received.map(({ type }) => type);

test('a line goes on where the last one was: all is heard and nothing is repeated', async () => {
  await using world = new World();
  const provider = await visitPlaced(world);
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  world.server.type('news ');
  world.server.commit();
  await comeBack(world, provider);
  expect(world.server.socket.url).toContain('?ext=1&epoch=epoch-1&from=1');
  expect(textOf(provider)).toBe('news begun ');
  expect(contentOf(provider)).toBe('synced');
  expect(heardBy(world)).toEqual(['extension', 'presence']);
});

test('own work that was not acknowledged is said again, and nothing else; then it is Saved', async () => {
  await using world = new World();
  const provider = await visitPlaced(world);
  world.server.commitsAtOnce = false;
  write(provider, 'lost ');
  await until(() => world.server.text === 'lost begun ');
  world.server.crash();
  await until(() => lineOf(provider) === 'reconnecting');
  write(provider, 'offline ');
  await comeBack(world, provider);
  expect(world.server.text).toBe('offline lost begun ');
  expect(heardBy(world)).toEqual(['update', 'extension', 'presence']);
  expect(saveOf(provider)).toBe('saving');
  world.server.commit();
  await until(() => saveOf(provider) === 'saved');
});

test('what others wrote and the server lost is brought back', async () => {
  await using world = new World();
  const provider = await visitPlaced(world);
  world.server.type('theirs ');
  await until(() => textOf(provider) === 'theirs begun ');
  world.server.crash();
  await until(() => lineOf(provider) === 'reconnecting');
  expect(world.server.text).toBe('begun ');
  await comeBack(world, provider);
  expect(heardBy(world)).toContain('update');
  await until(() => world.server.savedText === 'theirs begun ');
  expect(saveOf(provider)).toBe('saved');
});

test('coming back does not look as if something had been saved just now', async () => {
  await using world = new World();
  const provider = await visitPlaced(world);
  const { save } = provider.status();
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  await comeBack(world, provider);
  expect(provider.status().save).toEqual(save);
});

test('a server that does not know the place is told everything', async () => {
  await using world = new World();
  const provider = await visitPlaced(world);
  world.server.cut();
  world.server.rows = [];
  await until(() => lineOf(provider) === 'reconnecting');
  write(provider, 'mine ');
  world.server.type('theirs ');
  await comeBack(world, provider);
  expect(heardBy(world)).toContain('step2');
  await until(() => saveOf(provider) === 'saved');
  expect(textOf(provider)).toBe(world.server.savedText);
});

test('a server without places is asked for none a second time', async () => {
  await using world = new World();
  const provider = await visitPlaced(world);
  world.server.hasPlaces = false;
  for (let time = 0; time < 2; time++) {
    world.server.cut();
    await until(() => lineOf(provider) === 'reconnecting');
    await comeBack(world, provider);
  }
  expect(world.server.socket.query('from')).toBe('');
  expect(heardBy(world)).toContain('step2');
});

test('until all that was said is on disk there is no place to go on from', async () => {
  await using world = new World();
  world.server.hasPlaces = true;
  world.server.type('there ');
  world.server.commit();
  world.server.commitsAtOnce = false;
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'mine ');
  await until(() => world.server.text === 'mine there ');
  world.server.say(extensionFrame({ type: 'place', place: '1', clean: true }));
  await settle();
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  await comeBack(world, provider);
  expect(world.server.socket.query('from')).toBe('');
});

test('if what follows a place builds on something that is not there, everything is asked for', async () => {
  await using world = new World();
  const provider = await visitPlaced(world);
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  world.server.type('one ');
  world.server.commit();
  world.server.type('two ');
  world.server.commit();
  // A server that thinks we have a row more than we have.
  world.server.rows[1] = new Uint8Array([0, 0]);
  await comeBack(world, provider);
  await until(() => textOf(provider) === 'two one begun ');
  expect(heardBy(world)).toContain('step1');
});

test('a second hello tells of the epoch, and the copy on this device remembers it', async () => {
  await using world = new World();
  world.server.epoch = '';
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'first ');
  await until(() => saveOf(provider) === 'saved');
  world.server.epoch = 'epoch-1';
  world.server.greet();
  await settle();
  await provider[Symbol.asyncDispose]();

  world.server.epoch = 'epoch-2';
  const later = world.visit();
  await until(() => lineOf(later) === 'disconnected');
  expect(later.status().connection).toMatchObject({ refusal: 'otherEpoch' });
  expect(textOf(later)).toBe('first ');
});

test('an epoch that changes while a page is connected ends its line, and nothing is mixed', async () => {
  await using world = new World();
  const provider = await visitPlaced(world);
  world.server.epoch = 'epoch-2';
  world.server.greet();
  const foreign = new Y.Doc();
  foreign.getText('t').insert(0, 'foreign');
  world.server.say(updateFrame(Y.encodeStateAsUpdate(foreign)));
  await until(() => lineOf(provider) === 'disconnected');
  await settle();
  expect(provider.status().connection).toMatchObject({ refusal: 'otherEpoch' });
  expect(textOf(provider)).toBe('begun ');
});

test('a page says which schema it knows', async () => {
  await using world = new World();
  const provider = world.visit({ schema: 7 });
  await until(() => contentOf(provider) === 'synced');
  expect(world.server.socket.query('schema')).toBe('7');
});
