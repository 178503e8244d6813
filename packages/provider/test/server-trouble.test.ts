import { expect, test } from 'vitest';

import { extensionFrame, type ServerStatus } from '@indelible/protocol';

import { createLocalLog } from '../src/local-log.ts';
import { settle, until } from './support/turns.ts';
import { contentOf, DOCUMENT, lineOf, saveOf, textOf, World, write } from './support/world.ts';

const statusFrame = (status: ServerStatus, retryMs = 0): Uint8Array =>
  extensionFrame({ type: 'status', status, retryMs });

test('a server that can’t write: Not saved, then Saved without a reload', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  await settle();
  world.server.commitsAtOnce = false;
  world.server.say(statusFrame('degraded'));
  await settle();
  expect(saveOf(provider)).toBe('saved');
  write(provider, 'words');
  await until(() => !provider.status().unsafeToClose);
  expect(provider.status().save).toEqual({ state: 'failing', kept: true });

  world.server.say(statusFrame('ok'));
  await until(() => saveOf(provider) === 'saving');
  world.server.commit();
  await until(() => saveOf(provider) === 'saved');
});

test('refused work never becomes Saved on that line', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  world.server.commitsAtOnce = false;
  write(provider, 'words');
  await until(() => world.server.text === 'words');
  world.server.say(extensionFrame({ type: 'reject', n: 1, reason: 'read only' }));
  world.server.commit();
  await settle();
  expect(provider.status().save).toEqual({ state: 'failing', kept: true });
});

test('a reader’s own work is not “saving”, since nobody will ask for it', async () => {
  await using world = new World();
  world.server.type('words');
  world.server.role = 'reader';
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  expect([textOf(provider), saveOf(provider)]).toEqual(['words', 'saved']);
  write(provider, 'mine');
  await until(() => !provider.status().unsafeToClose);
  expect(provider.status().save).toEqual({ state: 'failing', kept: true });
});

test('I9: a copy of another epoch is not merged, and its rows stay as they are', async () => {
  await using world = new World();
  await world.visitOnce('old words');
  const { server } = world;
  server.epoch = 'epoch-2';
  server.memory.getText('t').delete(0, 9);
  server.type('restored words');

  const provider = world.visit();
  await until(() => lineOf(provider) === 'disconnected');
  expect(provider.status()).toMatchObject({
    connection: { state: 'disconnected', refusal: 'otherEpoch' },
    content: 'local',
  });
  await settle();
  expect(textOf(provider)).toBe('old words');
  expect(server.text).toBe('restored words');
  await provider[Symbol.asyncDispose]();

  server.door = 1006;
  const again = world.visit();
  await until(() => contentOf(again) === 'local');
  expect(textOf(again)).toBe('old words');
});

test('I9: a server whose epoch changes under an open page is refused as well', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'words');
  await until(() => saveOf(provider) === 'saved');
  world.server.epoch = 'epoch-2';
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  world.clock.advance(300);
  await until(() => lineOf(provider) === 'disconnected');
  expect(provider.status().connection).toEqual({ state: 'disconnected', refusal: 'otherEpoch' });
});

test('an empty copy has nothing to double and takes the new epoch', async () => {
  await using world = new World();
  await world.visitOnce('');
  world.server.epoch = 'epoch-2';
  world.server.type('words');
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'more ');
  await until(() => saveOf(provider) === 'saved');
  await provider[Symbol.asyncDispose]();
  world.server.door = 1006;
  const offline = world.visit();
  await until(() => contentOf(offline) === 'local');
  expect(textOf(offline)).toBe('more words');
});

test('I9: a document that was never written to has no epoch, and the copy takes the one it gets', async () => {
  await using world = new World();
  world.server.epoch = '';
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'words');
  await until(() => saveOf(provider) === 'saved');
  world.server.epoch = 'epoch-1';
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  world.clock.advance(300);
  await until(() => lineOf(provider) === 'connected');
  await provider[Symbol.asyncDispose]();

  // Wiped: nobody may bring the old words back by having a copy of them.
  world.server.epoch = '';
  const next = world.visit();
  await until(() => lineOf(next) === 'disconnected');
  expect(next.status().connection).toEqual({ state: 'disconnected', refusal: 'otherEpoch' });
});

test('I9: a second hello on the same line tells the epoch that the document has got', async () => {
  await using world = new World();
  world.server.epoch = '';
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'words');
  await until(() => saveOf(provider) === 'saved');
  const limits = { frame: 0, update: 0 };
  const hello = { type: 'hello', schema: 1, role: 'writer', limits } as const;
  world.server.say(extensionFrame({ ...hello, epoch: 'epoch-1' }));
  await settle();
  expect(lineOf(provider)).toBe('connected');
  await provider[Symbol.asyncDispose]();
  const copy = await createLocalLog(world.indexedDB, DOCUMENT).load();
  expect(copy?.epoch).toBe('epoch-1');
});

test('I10: a document of a newer schema is refused before any of it arrives', async () => {
  await using world = new World();
  world.server.type('newer');
  world.server.schema = 2;
  const provider = world.visit({ schema: 1 });
  await until(() => lineOf(provider) === 'disconnected');
  expect(provider.status()).toMatchObject({
    connection: { refusal: 'clientTooOld' },
    content: 'failed',
  });
  expect(textOf(provider)).toBe('');
});

test.each([
  [4400, 'malformed'],
  [4401, 'unauthenticated'],
  [4403, 'forbidden'],
  [4404, 'notFound'],
  [4409, 'otherEpoch'],
  [4413, 'documentFull'],
  [4426, 'clientTooOld'],
])(
  'close code %i ends it for good as “%s”, and only a person tries again',
  async (code, refusal) => {
    await using world = new World();
    world.server.door = code;
    const provider = world.visit();
    await until(() => lineOf(provider) === 'disconnected');
    expect(provider.status().connection).toEqual({ state: 'disconnected', refusal });
    await until(() => contentOf(provider) === 'failed');
    world.clock.advance(3_600_000);
    await settle();
    provider.page.signal('online');
    provider.page.signal('visible');
    expect(world.server.dials).toBe(1);
    world.server.door = 'open';
    provider.retry();
    await until(() => contentOf(provider) === 'synced');
  },
);

test('a draining server is left at the time that it names', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  world.server.say(statusFrame('draining', 4_000));
  await settle();
  world.clock.advance(3_999);
  expect([lineOf(provider), world.server.dials]).toEqual(['connected', 1]);
  world.clock.advance(1);
  await until(() => lineOf(provider) === 'connected');
  expect(world.server.dials).toBe(2);
});

test('the browser’s offline is shown as such; its online dials at once', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  provider.page.signal('offline');
  expect(provider.status().connection).toEqual({ state: 'disconnected', refusal: null });
  expect(world.server.isConnected).toBe(false);
  write(provider, 'offline words');
  await until(() => saveOf(provider) === 'offline');
  provider.page.signal('online');
  await until(() => saveOf(provider) === 'saved');
});

test('a browser that is wrong about being offline is tried all the same', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  provider.page.signal('offline');
  world.clock.advance(4_999);
  expect(world.server.dials).toBe(1);
  world.clock.advance(1);
  await until(() => lineOf(provider) === 'connected');
});

test('a line that is lost while the browser is offline is shown as disconnected', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  provider.page.online = false;
  world.server.cut();
  await until(() => lineOf(provider) !== 'connected');
  expect(provider.status().connection).toEqual({ state: 'disconnected', refusal: null });
});

test('retry dials at once, whatever the waiting time', async () => {
  await using world = new World();
  world.server.door = 1006;
  const provider = world.visit();
  await until(() => lineOf(provider) === 'reconnecting');
  world.server.door = 'open';
  provider.retry();
  expect(lineOf(provider)).toBe('connecting');
  await until(() => lineOf(provider) === 'connected');
});

test('a page that becomes visible dials at once', async () => {
  await using world = new World();
  world.server.door = 1006;
  const provider = world.visit();
  await until(() => lineOf(provider) === 'reconnecting');
  world.server.door = 'open';
  provider.page.signal('visible');
  expect(lineOf(provider)).toBe('connecting');
  await until(() => lineOf(provider) === 'connected');
});

test('a socket that the browser refuses to make is a failed try, not an exception', async () => {
  await using world = new World();
  class Refusing extends world.server.WebSocket {
    constructor(url: string) {
      super(url);
      throw new DOMException('insecure', 'SecurityError');
    }
  }
  const provider = world.visit({ environment: { WebSocket: Refusing } });
  await until(() => contentOf(provider) === 'failed');
  expect(lineOf(provider)).toBe('reconnecting');
});
