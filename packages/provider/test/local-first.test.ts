import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';

import { decodeFrame } from '@indelible/protocol';

import { deleteLocalCopy, listLocalDocuments } from '../src/local-documents.ts';
import { createLocalLog } from '../src/local-log.ts';
import { settle, until } from './support/turns.ts';
import { contentOf, DOCUMENT, lineOf, saveOf, textOf, World, write } from './support/world.ts';

/** From now on the disk of this device is full. */
function fillDisk(): { free(): void } {
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function add(this: {
    transaction: IDBTransaction;
  }) {
    this.transaction.abort();
    throw new DOMException('the disk is full', 'QuotaExceededError');
  });
  return { free: () => add.mockRestore() };
}

test('a visited document opens without the server, and what is typed there survives a reload', async () => {
  await using world = new World();
  await world.visitOnce('words ');
  world.server.door = 1006;

  const offline = world.visit();
  await until(() => contentOf(offline) === 'local');
  expect(textOf(offline)).toBe('words ');
  write(offline, 'more ');
  await until(() => !offline.status().unsafeToClose);
  expect(saveOf(offline)).toBe('offline');
  await offline[Symbol.asyncDispose]();

  const again = world.visit();
  await until(() => contentOf(again) === 'local');
  expect(textOf(again)).toBe('more words ');
  expect(saveOf(again)).toBe('offline');

  world.server.door = 'open';
  again.retry();
  await until(() => saveOf(again) === 'saved');
  expect(world.server.savedText).toBe('more words ');
});

test('what an earlier visit wrote is “saving” until this visit’s own barrier is answered', async () => {
  await using world = new World();
  await world.visitOnce('words ');
  world.server.commitsAtOnce = false;
  const first = world.visit();
  await until(() => contentOf(first) === 'synced');
  write(first, 'unsaved ');
  await until(() => world.server.text === 'unsaved words ');
  await first[Symbol.asyncDispose]();

  const second = world.visit();
  await until(() => lineOf(second) === 'connected');
  await settle();
  expect([contentOf(second), saveOf(second)]).toEqual(['synced', 'saving']);
  world.server.commit();
  await until(() => saveOf(second) === 'saved');
  await second[Symbol.asyncDispose]();

  world.server.door = 1006;
  const third = world.visit();
  await until(() => contentOf(third) === 'local');
  expect(saveOf(third)).toBe('saved');
});

test('a page that dies before SAVED leaves its work to the next one, deletions included', async () => {
  await using world = new World();
  await world.visitOnce('abc');
  world.server.commitsAtOnce = false;
  const dying = world.visit();
  await until(() => contentOf(dying) === 'synced');
  dying.doc.getText('t').delete(0, 2);
  await until(() => world.server.text === 'c');
  world.server.crash();
  expect(world.server.text).toBe('abc');
  // No disposal: the page is simply gone, and the next one sees only what was on the device.

  const next = world.visit();
  await until(() => world.server.text === 'c');
  expect(saveOf(next)).toBe('saving');
  world.server.commit();
  await until(() => saveOf(next) === 'saved');
  expect(world.server.savedText).toBe('c');
});

test('an update is on this device before it is on the wire', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  await settle();
  write(provider, 'words');
  expect(provider.status()).toMatchObject({ save: { state: 'saving' }, unsafeToClose: true });
  let wasKept = false;
  provider.subscribe(() => {
    if (!provider.status().unsafeToClose && !wasKept) wasKept = world.server.text === '';
  });
  await until(() => saveOf(provider) === 'saved');
  expect(wasKept).toBe(true);
});

test('the answer to the server’s step 1 waits until what is in it is on this device', async () => {
  await using world = new World();
  const provider = world.visit();
  const wasSafe: boolean[] = [];
  const { server } = world;
  const receive = server.receive.bind(server);
  server.receive = (socket, bytes) => {
    const { type } = decodeFrame(bytes);
    if (type === 'step2') wasSafe.push(!provider.status().unsafeToClose);
    receive(socket, bytes);
  };
  write(provider, 'typed early');
  await until(() => saveOf(provider) === 'saved');
  expect(wasSafe).toEqual([true]);
  // And what it covered is not sent once more.
  expect(server.socket.received.some(({ type }) => type === 'update')).toBe(false);
});

test('one tab does not clear what another one wrote after it was opened', async () => {
  await using world = new World();
  await world.visitOnce('both ');
  const a = world.visit();
  await until(() => contentOf(a) === 'synced');
  world.server.commitsAtOnce = false;
  const b = world.visit();
  await until(() => contentOf(b) === 'synced');
  world.server.door = 1006;
  world.server.cut();
  await until(() => lineOf(a) === 'reconnecting' && lineOf(b) === 'reconnecting');
  write(b, 'from b ');
  await until(() => !b.status().unsafeToClose);

  // B's page is killed; A goes on and has all its own work acknowledged.
  world.server.door = 'open';
  world.server.commitsAtOnce = true;
  a.retry();
  await until(() => lineOf(a) === 'connected');
  write(a, 'from a ');
  await until(() => saveOf(a) === 'saved');
  await a[Symbol.asyncDispose]();
  expect(world.server.text).toBe('from a both ');

  world.server.door = 1006;
  const later = world.visit();
  await until(() => contentOf(later) === 'local');
  expect(saveOf(later)).toBe('offline');
  expect(textOf(later)).toContain('from b ');
});

test('two tabs that open a new document at the same time both keep everything', async () => {
  await using world = new World();
  const [a, b] = [world.visit(), world.visit()];
  await until(() => contentOf(a) === 'synced' && contentOf(b) === 'synced');
  write(a, 'aaa');
  write(b, 'bbb');
  await until(() => saveOf(a) === 'saved' && saveOf(b) === 'saved');
  await Promise.all([a[Symbol.asyncDispose](), b[Symbol.asyncDispose]()]);
  world.server.door = 1006;
  const offline = world.visit();
  await until(() => contentOf(offline) === 'local');
  expect(textOf(offline)).toBe(world.server.text);
});

test('a long log is folded, and nothing is missing after it', async () => {
  await using world = new World();
  const settings = { maxRows: 5 };
  const [a, b] = [world.visit({ settings }), world.visit({ settings })];
  await until(() => contentOf(a) === 'synced' && contentOf(b) === 'synced');
  for (let i = 0; i < 12; i++) {
    write(a, 'a');
    write(b, 'b');
    await until(() => saveOf(a) === 'saved' && saveOf(b) === 'saved');
  }
  await Promise.all([a[Symbol.asyncDispose](), b[Symbol.asyncDispose]()]);
  world.server.door = 1006;
  const offline = world.visit();
  await until(() => contentOf(offline) === 'local');
  expect(textOf(offline)).toBe(world.server.text);
  expect(textOf(offline).length).toBe(24);
  const copy = await createLocalLog(world.indexedDB, DOCUMENT).load();
  expect(copy?.updates.length).toBeLessThan(12);
});

test('without a local copy and without the server the page has failed, until the server answers', async () => {
  await using world = new World();
  world.server.door = 1006;
  const provider = world.visit();
  expect(contentOf(provider)).toBe('loading');
  await until(() => contentOf(provider) === 'failed');
  world.server.door = 'open';
  world.clock.advance(300);
  await until(() => contentOf(provider) === 'synced');
});

test('a server that says nothing for 10 s has failed too', async () => {
  await using world = new World();
  world.server.door = 'silent';
  const provider = world.visit();
  await settle();
  world.clock.advance(9_999);
  expect(contentOf(provider)).toBe('loading');
  world.clock.advance(1);
  expect([contentOf(provider), lineOf(provider)]).toEqual(['failed', 'connecting']);
});

test('a database with nothing in it is not a local copy', async () => {
  await using world = new World();
  await listLocalDocuments(world.indexedDB);
  world.server.door = 1006;
  const provider = world.visit();
  await until(() => lineOf(provider) === 'reconnecting');
  await settle();
  expect(contentOf(provider)).toBe('failed');
});

test('what was typed before the server was ever heard is kept, but is no copy of the document', async () => {
  await using world = new World();
  world.server.door = 1006;
  const early = world.visit();
  await until(() => contentOf(early) === 'failed');
  write(early, 'early ');
  await until(() => !early.status().unsafeToClose);
  await early[Symbol.asyncDispose]();
  expect(await listLocalDocuments(world.indexedDB)).toEqual([
    { document: DOCUMENT, complete: false, isNew: false, isUnsent: true },
  ]);

  const next = world.visit();
  await until(() => contentOf(next) === 'failed');
  expect([textOf(next), saveOf(next)]).toEqual(['early ', 'offline']);
  world.server.door = 'open';
  next.retry();
  await until(() => saveOf(next) === 'saved');
  expect(world.server.savedText).toBe('early ');
});

test('when this device is full, work goes to the server at once and the status says so', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  world.clock.advance(1_000);
  await settle();
  world.server.commitsAtOnce = false;
  const disk = fillDisk();
  write(provider, 's');
  write(provider, 'word');
  await until(() => world.server.text === 'words');
  expect(provider.status()).toMatchObject({ save: { state: 'saving' }, unsafeToClose: true });

  world.server.door = 1006;
  world.server.cut();
  await until(() => saveOf(provider) === 'unkept');
  expect(provider.status().unsafeToClose).toBe(true);

  disk.free();
  world.clock.advance(5_000);
  await until(() => saveOf(provider) === 'offline');
  expect(provider.status().unsafeToClose).toBe(false);
  await provider[Symbol.asyncDispose]();

  const next = world.visit();
  await until(() => contentOf(next) === 'local');
  expect([textOf(next), saveOf(next)]).toEqual(['words', 'offline']);
});

test('acknowledged work is safe although this device can’t keep it', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  await settle();
  const disk = fillDisk();
  write(provider, 'words');
  await until(() => saveOf(provider) === 'saved');
  expect(provider.status().unsafeToClose).toBe(false);
  disk.free();
});

test('without IndexedDB everything works but keeping', async () => {
  await using world = new World();
  const provider = world.visit({ environment: { indexedDB: null } });
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'one ');
  await until(() => saveOf(provider) === 'saved');
  world.server.door = 1006;
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  write(provider, 'two ');
  expect(provider.status()).toMatchObject({
    save: { state: 'unkept' },
    device: 'forbidden',
    unsafeToClose: true,
  });
  world.server.door = 'open';
  provider.retry();
  await until(() => saveOf(provider) === 'saved');
  expect(world.server.savedText).toBe('two one ');
});

test('a database that never opens is done without after 5 s', async () => {
  await using world = new World();
  const never = Object.assign(new IDBFactory(), { open: () => new EventTarget() });
  world.server.type('words');
  const provider = world.visit({ environment: { indexedDB: never } });
  await settle();
  expect(contentOf(provider)).toBe('loading');
  world.clock.advance(5_000);
  await until(() => contentOf(provider) === 'synced');
  expect(textOf(provider)).toBe('words');
  // Leaving tries once more, and gives up in the same way.
  const left = provider[Symbol.asyncDispose]();
  await settle();
  world.clock.advance(10_000);
  await left;
});

test('copies can be listed and deleted; an open page then keeps the whole document anew', async () => {
  await using world = new World();
  await world.visitOnce('words ');
  expect(await listLocalDocuments(world.indexedDB)).toEqual([
    { document: DOCUMENT, complete: true, isNew: false, isUnsent: false },
  ]);
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  await settle();
  await deleteLocalCopy(DOCUMENT, world.indexedDB);
  expect(await listLocalDocuments(world.indexedDB)).toEqual([]);

  write(provider, 'more ');
  await until(() => saveOf(provider) === 'saved');
  await provider[Symbol.asyncDispose]();
  world.server.door = 1006;
  const offline = world.visit();
  await until(() => contentOf(offline) === 'local');
  expect(textOf(offline)).toBe('more words ');
});

test('there is nothing to list or delete in a browser that keeps nothing', async () => {
  expect(await listLocalDocuments(null)).toEqual([]);
  await deleteLocalCopy(DOCUMENT, null);
});
