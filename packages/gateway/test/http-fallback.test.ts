import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import {
  CloseCode,
  decodeExtension,
  decodeFrame,
  DOWN_TYPE,
  encodePresence,
  encodeUp,
  extensionFrame,
  MAX_PIECE,
  presenceFrame,
  step1Frame,
  updateFrame,
} from '@indelible/protocol';

import { openDoor } from './door.ts';
import { ask } from './http-line.ts';
import { addressOf, asking, question, readUntil, textOf, type } from './http-talk.ts';

test('frames go both ways and in order, also several at once', async () => {
  await using door = await openDoor();
  const ada = door.provider('a/room ü');
  const line = await door.line('a/room%20%C3%BC');
  await line.send(...type('in order'), question);
  await vi.waitFor(() => expect(textOf(ada.doc)).toBe('in order'));
  await readUntil(line, 'in order');
  ada.doc.getText('text').insert(8, ', too');
  await readUntil(await asking(await door.line('a/room%20%C3%BC')), 'in order, too');
});

test('it is told what is saved, like a WebSocket', async () => {
  await using door = await openDoor();
  const line = await door.line('room?ext=1');
  await line.send(...type('kept'), extensionFrame({ type: 'barrier', n: 7 }));
  const said: unknown[] = [];
  while (said.length < 3) {
    for (const frame of (await line.frames()).map(decodeFrame)) {
      if (frame.type === 'extension') said.push(decodeExtension(frame.body));
    }
  }
  expect(said).toMatchObject([
    { type: 'hello', epoch: '' },
    // A document gets its epoch with the first commit.
    { type: 'hello', epoch: '1' },
    { type: 'saved', n: 7 },
  ]);
});

test('the answer may be neither kept nor gathered on the way', async () => {
  await using door = await openDoor();
  const { headers } = await door.line('room');
  expect(headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
});

test('a piece that is sent again is answered as before and not taken again', async () => {
  await using door = await openDoor({ gateway: { messagesPerSecond: 100 } });
  const line = await door.line('room');
  const [a, b] = type('ab').map(encodeUp);
  const none = new Uint8Array();
  expect((await line.piece(1, a ?? none)).status).toBe(204);
  expect((await line.piece(1, a ?? none)).status).toBe(204);
  expect((await line.piece(2, b ?? none)).status).toBe(204);
  expect((await line.piece(1, a ?? none)).status).toBe(204);
  expect(door.gateway.numbers().framesIn).toBe(2);
});

test('a frame may be cut anywhere, so that a long one fits through any proxy', async () => {
  await using door = await openDoor();
  const ada = door.provider('room');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x'.repeat(1_000_000));
  const stream = encodeUp(updateFrame(Y.encodeStateAsUpdate(doc)));
  const line = await door.line('room');
  for (let at = 0, n = 1; at < stream.length; at += MAX_PIECE, n++) {
    expect((await line.piece(n, stream.subarray(at, at + MAX_PIECE))).status).toBe(204);
  }
  await vi.waitFor(() => expect(textOf(ada.doc)).toHaveLength(1_000_000));
});

test('a missing piece closes the line, for nothing may come out of order', async () => {
  await using door = await openDoor();
  const line = await door.line('room');
  expect((await line.piece(2, encodeUp(question))).status).toBe(409);
  expect(await line.closeCode()).toBe(CloseCode.malformed);
  expect(door.gateway.numbers().framesIn).toBe(0);
});

test('of a piece that is sent again while the first is still under way, one is taken', async () => {
  await using door = await openDoor();
  const held = door.store.faults.hold('load');
  const line = await door.line('room');
  const [frame] = type('a').map(encodeUp);
  const first = line.piece(1, frame ?? new Uint8Array());
  await held.reached;
  await vi.waitFor(() => expect(door.gateway.size).toBe(1));
  const second = line.piece(1, frame ?? new Uint8Array());
  held.release();
  const statuses = [(await first).status, (await second).status];
  expect(statuses).toContain(204);
  expect(door.gateway.numbers().framesIn).toBe(1);
});

test('what comes while the document is being loaded is kept for it', async () => {
  await using door = await openDoor();
  const held = door.store.faults.hold('load');
  const line = await door.line('room');
  await held.reached;
  const sent = line.send(...type('early'));
  // By the time somebody else is answered it has come.
  expect((await ask(addressOf(door, ''), 'GET', {})).status).toBe(426);
  held.release();
  expect((await sent).status).toBe(204);
  const ada = door.provider('room');
  await vi.waitFor(() => expect(textOf(ada.doc)).toBe('early'));
});

test('a refusal comes as a close code and leaves no room behind', async () => {
  await using door = await openDoor({
    admit: () => ({ type: 'refuse', code: CloseCode.notFound, reason: 'gone' }),
  });
  const line = await door.line('room');
  expect(await line.closeCode()).toBe(CloseCode.notFound);
  await line.over();
  expect(door.rooms.size).toBe(0);
});

test('I4: a document that cannot be loaded closes with 4503', async () => {
  await using door = await openDoor();
  door.store.faults.fail('load', { code: 'io' });
  expect(await (await door.line('room')).closeCode()).toBe(CloseCode.storage);
});

test('what is not a room gets an HTTP status, and so does everybody when the server goes away', async () => {
  await using door = await openDoor();
  const open = { accept: DOWN_TYPE };
  const statusOf = async (path: string): Promise<number> =>
    (await ask(addressOf(door, path), 'POST', open)).status;
  expect(await statusOf('')).toBe(404);
  expect(await statusOf('%E0%A4%A')).toBe(400);
  door.gateway.refuse();
  expect(await statusOf('room')).toBe(503);
});

test('a line is asked for signs of life; one that gives none is cut, and its caret goes', async () => {
  await using door = await openDoor({ gateway: { heartbeat: 300 } });
  const ada = door.provider('room');
  const [alive, dead] = [await door.line('room'), await door.line('room')];
  const state = new TextEncoder().encode('{}');
  await dead.send(presenceFrame(encodePresence([{ client: 7, clock: 1, state }])));
  await vi.waitFor(() => expect(ada.awareness.getStates().has(7)).toBe(true));
  while (!dead.isOver) {
    await alive.ping();
    await alive.send();
  }
  await vi.waitFor(() => expect(ada.awareness.getStates().has(7)).toBe(false));
  expect((await alive.send(question)).status).toBe(204);
  expect((await dead.send(question)).status).toBe(404);
  expect(door.gateway.numbers().closes).toEqual(new Map([[1006, 1]]));
});

test('a quiet line gets an empty presence message, for stock clients do not count pings', async () => {
  await using door = await openDoor({ gateway: { heartbeat: 300, keepAlive: 20 } });
  const line = await door.line('room');
  let frame = decodeFrame(step1Frame(new Uint8Array([0])));
  while (frame.type !== 'presence') {
    const [bytes = new Uint8Array()] = await line.frames();
    frame = decodeFrame(bytes);
  }
  expect(frame.presence).toEqual(new Uint8Array([0]));
});

test('who says goodbye leaves at once, after everything that was said before', async () => {
  await using door = await openDoor();
  const ada = door.provider('room');
  const line = await door.line('room');
  await line.send(...type('bye'), new Uint8Array());
  await line.over();
  await vi.waitFor(() => expect(textOf(ada.doc)).toBe('bye'));
  expect(door.gateway.numbers()).toMatchObject({ overHttp: 0, closes: new Map([[1000, 1]]) });
});

test('who goes away without a word leaves nothing behind', async () => {
  await using door = await openDoor({ rooms: { closeAfter: 0 } });
  const held = door.store.faults.hold('load');
  const line = await door.line('room');
  await held.reached;
  line.cut();
  await vi.waitFor(() => expect(door.gateway.size).toBe(0));
  held.release();
  await vi.waitFor(() => expect(door.rooms.size).toBe(0));
});

test('draining closes every line with 1012', async () => {
  await using door = await openDoor();
  const line = await door.line('room');
  await vi.waitFor(() => expect(door.rooms.size).toBe(1));
  await door.rooms.drain(0);
  expect(await line.closeCode()).toBe(CloseCode.restart);
});
