import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { createLocalDocument, listLocalDocuments } from '../src/local-documents.ts';
import type { Provider } from '../src/provider.ts';
import { settle, until } from './support/turns.ts';
import {
  contentOf,
  DOCUMENT,
  lineOf,
  saveOf,
  textOf,
  write,
  World as AnyWorld,
} from './support/world.ts';

/** What device and server begin the document with. */
const SEED = seed();

function seed(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText('t').insert(0, '.');
  return Y.encodeStateAsUpdate(doc);
}

const isSynced = (page: Provider): boolean =>
  contentOf(page) === 'synced' && saveOf(page) === 'saved';

/** A world whose server does not know the document that was made on the device. */
class World extends AnyWorld {
  static async withNewDocument(): Promise<World> {
    const world = new World();
    world.server.hasDocument = false;
    Y.applyUpdate(world.server.memory, SEED);
    await createLocalDocument(DOCUMENT, SEED, world.indexedDB);
    return world;
  }

  async listed(): Promise<object | undefined> {
    return (await listLocalDocuments(this.indexedDB))[0];
  }
}

test('a document made on the device opens without a server, and becomes one there with the first line', async () => {
  await using world = await World.withNewDocument();
  world.server.door = 1006;
  const offline = world.visit();
  await until(() => contentOf(offline) === 'local');
  write(offline, 'words');
  await until(() => saveOf(offline) === 'offline');
  await offline[Symbol.asyncDispose]();
  expect(await world.listed()).toMatchObject({ complete: true, isNew: true, isUnsent: true });

  world.server.door = 'open';
  const back = world.visit();
  await until(() => isSynced(back));
  expect(world.server.savedText).toBe('words.');
  await back[Symbol.asyncDispose]();
  expect(await world.listed()).toMatchObject({ isNew: false, isUnsent: false });
});

test('nobody is told that it does not exist while the page finds out that it was made here', async () => {
  await using world = await World.withNewDocument();
  const page = world.visit();
  const seen = new Set<string>();
  page.subscribe(() => seen.add(JSON.stringify(page.status().connection)));
  await until(() => isSynced(page));
  expect(Array.from(seen).filter((connection) => connection.includes('notFound'))).toEqual([]);
});

test('made once more by a page that had not heard of it, and by another tab, it is still one document', async () => {
  await using world = await World.withNewDocument();
  const [one, two] = [world.visit(), world.visit()];
  write(one, 'one ');
  write(two, 'two ');
  await until(() => isSynced(one) && isSynced(two));
  await until(() => textOf(one) === textOf(two));
  expect(textOf(one).match(/\./g)).toHaveLength(1);
  await createLocalDocument(DOCUMENT, SEED, world.indexedDB);
  await one[Symbol.asyncDispose]();
  await two[Symbol.asyncDispose]();
  expect(await world.listed()).toMatchObject({ isNew: false, isUnsent: false });
});

test('once a server had it, one that does not know it has deleted it', async () => {
  await using world = await World.withNewDocument();
  const page = world.visit();
  await until(() => isSynced(page));
  world.server.hasDocument = false;
  world.server.cut();
  await settle();
  page.retry();
  await until(() => lineOf(page) === 'disconnected');
  expect(page.status().connection).toEqual({ state: 'disconnected', refusal: 'notFound' });
});

test('what is typed without a line is said to be kept only when it is', async () => {
  await using world = new World();
  await world.visitOnce('words ');
  world.server.door = 1006;
  const page = world.visit();
  await until(() => contentOf(page) === 'local');
  write(page, 'more ');
  expect(page.status()).toMatchObject({ save: { state: 'keeping' }, unsafeToClose: true });
  await until(() => saveOf(page) === 'offline');
  expect(page.status().unsafeToClose).toBe(false);
});

test('a document that was only looked at is on this device as soon as it is shown', async () => {
  await using world = new World();
  world.server.type('words');
  const page = world.visit();
  await until(() => contentOf(page) === 'synced');
  // No time passes on the clock, and nobody disposes of the page.
  await settle();
  expect(await world.listed()).toMatchObject({ complete: true });
});
