import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { encodePresence, presenceFrame, updateFrame } from '@indelible/protocol';

import { receivedIn } from '../src/received.ts';
import { settle, until } from './support/turns.ts';
import { contentOf, lineOf, saveOf, textOf, World, write } from './support/world.ts';

test('a document is loaded from the server, and what is typed is there and Saved', async () => {
  await using world = new World();
  world.server.type('from the server');
  const provider = world.visit();
  expect(provider.status()).toEqual({
    connection: { state: 'connecting' },
    save: { state: 'saved', at: null },
    device: 'keeps',
    content: 'loading',
    unsafeToClose: false,
  });

  await until(() => contentOf(provider) === 'synced');
  expect(textOf(provider)).toBe('from the server');
  expect(world.server.socket.url).toBe('ws://server/sync/letters?ext=1&from=');

  write(provider, 'typed ');
  expect(saveOf(provider)).toBe('saving');
  await until(() => saveOf(provider) === 'saved');
  expect(world.server.savedText).toBe('typed from the server');
  expect(provider.status().save).toEqual({ state: 'saved', at: world.clock.now() });
});

test('what others type arrives, and is not sent back', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  await settle();
  const before = world.server.socket.received.length;

  world.server.type('hello');
  await until(() => textOf(provider) === 'hello');
  await settle();
  expect(world.server.socket.received.length).toBe(before);
  expect(saveOf(provider)).toBe('saved');
});

test('what others type is held back while it would disturb, at most ten seconds, and own words go out', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');

  const release = provider.hold();
  world.server.type('others ');
  write(provider, 'own ');
  await until(() => world.server.text.includes('own'));
  await settle();
  expect(textOf(provider)).toBe('own ');
  world.clock.advance(10_000);
  expect(textOf(provider)).toContain('others');

  world.server.type('later ');
  await settle();
  expect(textOf(provider)).not.toContain('later');
  release();
  expect(textOf(provider)).toContain('later');
  world.server.type('at once');
  await until(() => textOf(provider).includes('at once'));
});

test('who watches the document sees each update as the line brought it, and which one was the answer', async () => {
  await using world = new World();
  world.server.type('before ');
  const provider = world.visit();
  const received: (readonly [isAnswer: boolean, structs: number] | null)[] = [];
  provider.doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    const brought = receivedIn(transaction);
    const structs = brought === null ? 0 : Y.decodeUpdate(brought.update).structs.length;
    received.push(brought && [brought.isAnswer, structs]);
  });
  await until(() => contentOf(provider) === 'synced');
  world.server.type('after');
  await until(() => textOf(provider).includes('after'));
  write(provider, 'own');
  expect(received).toEqual([[true, 1], [false, 1], null]);
});

test('without a commit on the server nothing is Saved, whatever else the server says', async () => {
  await using world = new World();
  world.server.commitsAtOnce = false;
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'words');
  await until(() => world.server.text === 'words');
  world.server.type('others’ ');
  await settle();
  expect(saveOf(provider)).toBe('saving');

  world.server.commit();
  await until(() => saveOf(provider) === 'saved');
});

test('an update typed after a barrier is not covered by its SAVED', async () => {
  await using world = new World();
  world.server.commitsAtOnce = false;
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'one');
  await until(() => world.server.socket.barriers.length === 1);
  world.server.commit();
  write(provider, 'two');
  await until(() => world.server.text === 'twoone');
  await settle();
  expect(saveOf(provider)).toBe('saving');
  expect(world.server.savedText).toBe('one');
});

test('a deletion alone is work too, and is acknowledged by its own barrier', async () => {
  await using world = new World();
  world.server.type('to be deleted');
  world.server.commit();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  world.server.commitsAtOnce = false;
  provider.doc.getText('t').delete(0, 13);
  await until(() => world.server.text === '');
  expect(saveOf(provider)).toBe('saving');
  expect(world.server.savedText).toBe('to be deleted');
  world.server.commit();
  await until(() => saveOf(provider) === 'saved');
});

test('a line that is cut is dialled again, and only the SAVED after it clears older work', async () => {
  await using world = new World();
  world.server.commitsAtOnce = false;
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'precious ');
  await until(() => world.server.text === 'precious ');

  world.server.crash();
  await until(() => lineOf(provider) === 'reconnecting');
  expect(saveOf(provider)).toBe('offline');
  expect(provider.status().unsafeToClose).toBe(false);
  expect(world.server.text).toBe('');

  world.clock.advance(300);
  await until(() => world.server.text === 'precious ');
  expect(saveOf(provider)).toBe('saving');
  world.server.commit();
  await until(() => saveOf(provider) === 'saved');
  expect(world.server.savedText).toBe('precious ');
});

test('with nothing unacknowledged a cut line leaves Saved alone', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'words');
  await until(() => saveOf(provider) === 'saved');
  const { save } = provider.status();
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  expect(provider.status().save).toEqual(save);
});

test('both sides of a cut line type, and nothing is missing or doubled after it', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  world.server.cut();
  await until(() => lineOf(provider) === 'reconnecting');
  write(provider, 'mine');
  world.server.type('theirs');
  world.clock.advance(300);
  await until(() => saveOf(provider) === 'saved');
  await until(() => textOf(provider) === world.server.text);
  expect([textOf(provider).includes('mine'), textOf(provider).length]).toEqual([true, 10]);
});

test('updates that arrive while a write is under way go together into the next', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  await settle();
  const before = world.server.socket.received.length;
  for (let i = 0; i < 200; i++) write(provider, 'x');
  await until(() => saveOf(provider) === 'saved');
  const sent = world.server.socket.received.slice(before);
  expect(sent.filter(({ type }) => type === 'update').length).toBe(2);
  expect(world.server.savedText).toBe('x'.repeat(200));
});

test('a frame that is no message ends the line, and the next one is fine', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  world.server.say(new Uint8Array([0, 2, 200]));
  await until(() => lineOf(provider) === 'reconnecting');
  expect(world.server.isConnected).toBe(false);
  world.clock.advance(600);
  await until(() => lineOf(provider) === 'connected');
});

test('a damaged update ends the line before any of it is in the document', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  const whole = world.server.memory;
  whole.getText('t').insert(0, 'hello');
  const update = Y.encodeStateAsUpdate(whole);
  // The words are complete, what is deleted is cut off.
  world.server.say(updateFrame(update.slice(0, -1)));
  await until(() => lineOf(provider) === 'reconnecting');
  expect(textOf(provider)).toBe('');
  world.clock.advance(600);
  await until(() => textOf(provider) === 'hello');
});

test('a mistake in a listener of the document does not cost the line', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  const reported: unknown[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.once('uncaughtException', (error) => reported.push(error));
  const mistake = new Error('a listener’s mistake');
  provider.doc.getText('t').observe(() => {
    throw mistake;
  });
  world.server.type('hello');
  await until(() => reported.length === 1);
  for (const listener of listeners) process.on('uncaughtException', listener);
  expect(reported).toEqual([mistake]);
  expect([lineOf(provider), textOf(provider)]).toEqual(['connected', 'hello']);
});

test('empty presence keeps a quiet line alive; silence ends it', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  for (let i = 0; i < 5; i++) {
    world.clock.advance(20_000);
    world.server.say(presenceFrame(encodePresence([])));
    await settle();
  }
  expect([lineOf(provider), world.server.dials]).toEqual(['connected', 1]);
  world.clock.advance(30_000);
  expect(lineOf(provider)).toBe('reconnecting');
  expect(world.server.isConnected).toBe(false);
});
