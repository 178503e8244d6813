import { once } from 'node:events';

import { expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';

import {
  CloseCode,
  decodeFrame,
  encodePresence,
  presenceFrame,
  step1Frame,
  updateFrame,
} from '@indelible/protocol';

import { closeCode, openDoor, roomName, upgradeStatus } from './door.ts';

const textOf = (doc: Y.Doc): string => doc.getText('text').toString();

test('two stock clients converge, and a third that comes later has everything', async () => {
  await using door = await openDoor();
  const [ada, bo] = [door.provider('room'), door.provider('room')];
  ada.doc.getText('text').insert(0, 'ada');
  bo.doc.getText('text').insert(0, 'bo');
  await vi.waitFor(() => {
    expect(textOf(ada.doc)).toHaveLength(5);
    expect(textOf(bo.doc)).toBe(textOf(ada.doc));
  });
  const cy = door.provider('room');
  await vi.waitFor(() => expect(textOf(cy.doc)).toBe(textOf(ada.doc)));
});

test('a room name may have slashes, spaces and letters of any script', async () => {
  await using door = await openDoor();
  const [ada, bo] = [door.provider('a/b c/ü'), door.provider('a/b c/ü')];
  ada.doc.getText('text').insert(0, 'here');
  await vi.waitFor(() => expect(textOf(bo.doc)).toBe('here'));
  expect(await door.rooms.read(roomName('a/b c/ü'))).not.toEqual([]);
});

test('presence appears, moves and goes away with its line', async () => {
  await using door = await openDoor();
  const [ada, bo] = [door.provider('room'), door.provider('room')];
  ada.awareness.setLocalStateField('caret', 1);
  const seen = (): unknown => bo.awareness.getStates().get(ada.doc.clientID)?.['caret'];
  await vi.waitFor(() => expect(seen()).toBe(1));
  ada.awareness.setLocalStateField('caret', 2);
  await vi.waitFor(() => expect(seen()).toBe(2));
  (ada.ws as unknown as WebSocket).terminate();
  await vi.waitFor(() => expect(bo.awareness.getStates().has(ada.doc.clientID)).toBe(false));
  // It reconnects by itself with the clock at which the others saw it leave.
  await vi.waitFor(() => expect(seen()).toBe(2));
});

test('a line that answers nothing is cut within two heartbeats, and its caret goes', async () => {
  await using door = await openDoor({ gateway: { heartbeat: 500 } });
  const bo = door.provider('room');
  const dead = await door.socket('room', { autoPong: false });
  const state = new TextEncoder().encode('{}');
  dead.send(presenceFrame(encodePresence([{ client: 7, clock: 1, state }])));
  await vi.waitFor(() => expect(bo.awareness.getStates().has(7)).toBe(true));
  await once(dead, 'close');
  await vi.waitFor(() => expect(bo.awareness.getStates().has(7)).toBe(false));
  expect(bo.wsconnected).toBe(true);
});

test('a quiet line gets an empty presence message, for stock clients do not count pings', async () => {
  await using door = await openDoor({ gateway: { heartbeat: 20, keepAlive: 20 } });
  const socket = await door.socket('room');
  await vi.waitFor(async () => {
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(decodeFrame(data)).toEqual({ type: 'presence', presence: new Uint8Array([0]) });
  });
});

test('noise closes its own session and nobody else’s', async () => {
  await using door = await openDoor();
  const [ada, bo] = [door.provider('room'), door.provider('room')];
  await vi.waitFor(() => expect(ada.synced && bo.synced).toBe(true));
  for (const noise of [[99], [0], [0, 2, 5, 1], [0, 2, 4, 1, 1, 255, 255], [1, 200], [110, 9]]) {
    const noisy = await door.socket('room');
    noisy.send(Buffer.from(noise));
    expect(await closeCode(noisy)).toBe(CloseCode.malformed);
  }
  const texting = await door.socket('room');
  texting.send('text');
  expect(await closeCode(texting)).toBe(CloseCode.malformed);
  ada.doc.getText('text').insert(0, 'undisturbed');
  await vi.waitFor(() => expect(textOf(bo.doc)).toBe('undisturbed'));
  expect([ada.wsconnected, bo.wsconnected]).toEqual([true, true]);
});

test('a frame that is too long closes its session with 1009', async () => {
  await using door = await openDoor({ gateway: { maxFrame: 1_000 } });
  const socket = await door.socket('room');
  socket.send(Buffer.alloc(1_001));
  expect(await closeCode(socket)).toBe(CloseCode.tooBig);
});

test('a refusal comes as a close code and leaves no room behind', async () => {
  await using door = await openDoor({
    admit: () => ({ type: 'refuse', code: CloseCode.notFound, reason: 'gone' }),
  });
  const socket = await door.socket('room');
  expect(await closeCode(socket)).toBe(CloseCode.notFound);
  expect(door.rooms.size).toBe(0);
});

test('I4: a document that cannot be loaded, or a broken door, closes with 4503', async () => {
  await using door = await openDoor({
    admit: ({ path }) => {
      if (path === 'broken') throw new Error('told to fail');
      return { type: 'admit', document: roomName(path), role: 'writer', author: '' };
    },
  });
  door.store.faults.fail('load', { code: 'io' });
  expect(await closeCode(await door.socket('room'))).toBe(CloseCode.storage);
  expect(await closeCode(await door.socket('broken'))).toBe(CloseCode.storage);
  door.store.faults.heal('load');
  const ada = door.provider('room');
  await vi.waitFor(() => expect(ada.synced).toBe(true));
});

test('what is not a room gets an HTTP status', async () => {
  await using door = await openDoor();
  expect(await upgradeStatus(`${door.url}/`)).toBe(404);
  expect(await upgradeStatus(`${door.url}/%E0%A4%A`)).toBe(400);
  door.gateway.refuse();
  expect(await upgradeStatus(`${door.url}/room`)).toBe(503);
});

test('frames that arrive while the document is being loaded are kept for it', async () => {
  await using door = await openDoor();
  const held = door.store.faults.hold('load');
  const socket = await door.socket('room');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'early');
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
  await held.reached;
  held.release();
  const ada = door.provider('room');
  await vi.waitFor(() => expect(textOf(ada.doc)).toBe('early'));
});

test('somebody who goes away while the document is being loaded leaves nothing behind', async () => {
  await using door = await openDoor({ rooms: { closeAfter: 0 } });
  const held = door.store.faults.hold('load');
  const socket = await door.socket('room');
  await held.reached;
  socket.terminate();
  await vi.waitFor(() => expect(door.gateway.size).toBe(0));
  held.release();
  await vi.waitFor(() => expect(door.rooms.size).toBe(0));
});

test('a reader that stops reading is passed over, and later gets what it missed', async () => {
  await using door = await openDoor({
    gateway: { stallAt: 10_000, closeAt: Infinity, heartbeat: 60_000 },
  });
  const ada = door.provider('room');
  const slow = door.provider('room');
  await vi.waitFor(() => expect(ada.synced && slow.synced).toBe(true));
  const line = slow.ws as unknown as WebSocket;
  line.pause();
  const page = 'x'.repeat(200_000);
  for (let i = 0; i < 100; i++) ada.doc.getText('text').insert(0, page);
  const bo = door.provider('room');
  await vi.waitFor(() => expect(textOf(bo.doc)).toHaveLength(20_000_000), 10_000);
  expect(door.gateway.buffered).toBeLessThan(10_000_000);
  line.resume();
  await vi.waitFor(() => expect(textOf(slow.doc)).toHaveLength(20_000_000), 25_000);
});

test('a slow line to which too much more has to be sent is closed with 1013', async () => {
  await using door = await openDoor({
    gateway: { stallAt: 10_000, closeAt: 10_000, heartbeat: 60_000, closeTimeout: 20_000 },
  });
  const ada = door.provider('room');
  const asking = await door.socket('room');
  asking.pause();
  ada.doc.getText('text').insert(0, 'x'.repeat(8_000_000));
  await vi.waitFor(async () => expect(await door.rooms.read(roomName('room'))).not.toEqual([]));
  // Somebody who asks again and again and reads nothing.
  for (let i = 0; i < 3; i++) asking.send(step1Frame(new Uint8Array([0])));
  await vi.waitFor(() => expect(door.gateway.buffered).toBeGreaterThan(0));
  const closing = closeCode(asking);
  asking.resume();
  expect(await closing).toBe(CloseCode.overloaded);
});

test('draining closes every line with 1012', async () => {
  await using door = await openDoor();
  const socket = await door.socket('room');
  const closing = closeCode(socket);
  await vi.waitFor(() => expect(door.rooms.size).toBe(1));
  await door.rooms.drain(0);
  expect(await closing).toBe(CloseCode.restart);
});
