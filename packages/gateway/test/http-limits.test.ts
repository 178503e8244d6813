import { expect, test, vi } from 'vitest';

import {
  CloseCode,
  DOWN_TYPE,
  encodeUp,
  LINE_HEADER,
  MAX_PIECE,
  PIECE_HEADER,
  PROBLEM_TYPE,
  UP_TYPE,
} from '@indelible/protocol';

import type { Admit } from '../src/admission.ts';
import { openDoor, roomName } from './door.ts';
import { ask } from './http-line.ts';
import { addressOf, asking, question, readUntil, textOf, type } from './http-talk.ts';

const admitNamed: Admit = ({ path, params }) => ({
  type: 'admit',
  document: roomName(path),
  role: 'writer',
  author: params.get('author') ?? '',
});

test('who knows no open line’s id, or comes from another page, is told that it is gone', async () => {
  await using door = await openDoor();
  const line = await door.line('room', { origin: 'https://notes.example' });
  const body = encodeUp(question);
  const unknown = await line.piece(1, body, { [LINE_HEADER]: 'guessed' });
  const foreign = await line.piece(1, body, { origin: 'https://evil.example' });
  for (const { status, headers } of [unknown, foreign]) {
    expect([status, headers['content-type']]).toEqual([404, PROBLEM_TYPE]);
  }
  expect(JSON.parse(foreign.body)).toMatchObject({ status: 404, title: 'Not Found' });
  expect(door.gateway.numbers().framesIn).toBe(0);
  expect((await line.piece(1, body)).status).toBe(204);
});

test('a page from elsewhere may read if it may enter, and its browser may ask first', async () => {
  await using door = await openDoor({
    admit: (target) =>
      target.request.headers.origin === 'https://evil.example'
        ? { type: 'status', status: 403 }
        : admitNamed(target),
  });
  const origin = 'https://notes.example';
  const readable = { 'access-control-allow-origin': origin, vary: 'Origin' };
  const line = await door.line('room', { origin });
  expect(line.headers).toMatchObject(readable);
  expect((await line.send(question)).headers).toMatchObject(readable);
  const preflight = { origin, 'access-control-request-headers': `content-type,${LINE_HEADER}` };
  const allowed = await ask(addressOf(door, 'room'), 'OPTIONS', preflight);
  expect(allowed.headers).toMatchObject({
    ...readable,
    'access-control-allow-headers': `content-type, ${LINE_HEADER}, ${PIECE_HEADER}`,
  });
  const foreign = { origin: 'https://evil.example', accept: DOWN_TYPE };
  const refused = await ask(addressOf(door, 'room'), 'POST', foreign);
  expect(refused.status).toBe(403);
  expect(refused.headers['access-control-allow-origin']).toBeUndefined();
  expect(door.gateway.numbers().refusals).toEqual(new Map([[403, 1]]));
});

test.each([
  ['another type', { 'content-type': 'text/plain' }, 415],
  ['no number', { [PIECE_HEADER]: 'x' }, 400],
])('a piece with %s is refused and the line goes on', async (_, headers, status) => {
  await using door = await openDoor();
  const line = await door.line('room');
  const refused = await line.piece(1, encodeUp(question), headers);
  expect([refused.status, refused.headers['content-type']]).toEqual([status, PROBLEM_TYPE]);
  expect((await line.send(question)).status).toBe(204);
});

test('a piece that is too large is refused and the line goes on', async () => {
  await using door = await openDoor();
  const line = await door.line('room');
  expect((await line.piece(1, new Uint8Array(MAX_PIECE + 1))).status).toBe(413);
  expect((await line.send(question)).status).toBe(204);
});

test('a frame that is too long closes its line with 1009 before it has come', async () => {
  await using door = await openDoor({ gateway: { maxFrame: 1_000 } });
  const line = await door.line('room');
  await line.piece(1, encodeUp(new Uint8Array(1_001)).subarray(0, 4));
  expect(await line.closeCode()).toBe(CloseCode.tooBig);
});

test('more than allowed closes its line with 4529, also if it is nothing but requests', async () => {
  await using door = await openDoor({ gateway: { messagesPerSecond: 1 } });
  const [hasty, empty] = [await door.line('room'), await door.line('room')];
  await hasty.send(...Array.from({ length: 30 }, () => question));
  expect(await hasty.closeCode()).toBe(CloseCode.tooFast);
  expect((await hasty.send(question)).status).toBe(404);
  for (let i = 0; i < 30; i++) await empty.send();
  expect(await empty.closeCode()).toBe(CloseCode.tooFast);
  await vi.waitFor(() => {
    expect(door.gateway.numbers().closes).toEqual(new Map([[CloseCode.tooFast, 2]]));
  });
});

test('noise closes its own line and nobody else’s', async () => {
  await using door = await openDoor();
  const ada = door.provider('room');
  await vi.waitFor(() => expect(ada.synced).toBe(true));
  const noisy = await door.line('room');
  await noisy.send(new Uint8Array([99]));
  expect(await noisy.closeCode()).toBe(CloseCode.malformed);
  expect(ada.wsconnected).toBe(true);
});

test('lines of both kinds are counted together for an address and for an author', async () => {
  await using door = await openDoor({
    admit: admitNamed,
    gateway: { perAddress: 3, perAuthor: 1, trustedProxies: ['127.0.0.1'] },
  });
  const here = { 'x-forwarded-for': '9.9.9.9' };
  const socket = await door.socket('a?author=ada', { headers: here });
  const ada = await door.line('a?author=ada', here);
  expect(await ada.closeCode()).toBe(CloseCode.overloaded);
  await ada.over();
  await door.line('a?author=bo', here);
  await door.line('a?author=cy', here);
  const open = { ...here, accept: DOWN_TYPE };
  expect((await ask(addressOf(door, 'a'), 'POST', open)).status).toBe(429);
  expect(door.gateway.numbers()).toMatchObject({ connections: 3, overHttp: 2 });
  socket.terminate();
  await vi.waitFor(() => expect(door.gateway.size).toBe(2));
  const again = await door.line('a?author=ada', here);
  expect((await again.send(question)).status).toBe(204);
});

test('those who are expelled are closed with the code, and what they send then is not taken', async () => {
  await using door = await openDoor({ admit: admitNamed });
  const [ada, bo] = [await door.line('a?author=ada'), await door.line('a?author=bo')];
  await vi.waitFor(() => expect(door.rooms.numbers().sessions).toBe(2));
  door.gateway.expel(({ author }) => author === 'ada', CloseCode.unauthenticated, 'gone');
  expect((await ada.send(question)).status).toBe(404);
  expect(await ada.closeCode()).toBe(CloseCode.unauthenticated);
  expect((await bo.send(question)).status).toBe(204);
});

test('a line ends with 4401 when its pass expires', async () => {
  const admit: Admit = (target) => {
    const pass = { id: null, expiresAt: Date.now() + 100 };
    return { type: 'admit', document: roomName(target.path), role: 'writer', author: '', pass };
  };
  await using door = await openDoor({ admit });
  expect(await (await door.line('room')).closeCode()).toBe(CloseCode.unauthenticated);
});

test('a reader that stops reading is passed over, and later gets what it missed', async () => {
  await using door = await openDoor({
    gateway: { stallAt: 10_000, closeAt: Infinity, heartbeat: 60_000 },
  });
  const ada = door.provider('room');
  const slow = await asking(await door.line('room'));
  await vi.waitFor(() => expect(ada.synced).toBe(true));
  slow.pause();
  const page = 'x'.repeat(200_000);
  for (let i = 0; i < 50; i++) ada.doc.getText('text').insert(0, page);
  const bo = door.provider('room');
  await vi.waitFor(() => expect(textOf(bo.doc)).toHaveLength(10_000_000), 10_000);
  expect(door.gateway.numbers().slow).toBe(1);
  expect(door.gateway.buffered).toBeLessThan(8_000_000);
  slow.resume();
  await readUntil(slow, 'x'.repeat(10_000_000));
  await vi.waitFor(() => expect(door.gateway.numbers().slow).toBe(0));
});

test('a line that does not take its last words is cut', async () => {
  await using door = await openDoor({ gateway: { heartbeat: 60_000, closeTimeout: 100 } });
  const ada = door.provider('room');
  const line = await asking(await door.line('room'));
  line.pause();
  ada.doc.getText('text').insert(0, 'x'.repeat(8_000_000));
  await vi.waitFor(() => expect(door.gateway.buffered).toBeGreaterThan(0));
  door.gateway.expel(() => true, CloseCode.forbidden, 'gone');
  await vi.waitFor(() => expect(door.gateway.numbers().overHttp).toBe(0));
});

test('switched off, and with anything else, a request is left to others', async () => {
  await using door = await openDoor({ gateway: { httpFallback: false } });
  const open = { accept: DOWN_TYPE };
  expect((await ask(addressOf(door, 'room'), 'POST', open)).status).toBe(426);
  await using other = await openDoor();
  for (const [method, headers] of [
    ['GET', { accept: DOWN_TYPE }],
    ['POST', { 'content-type': UP_TYPE }],
    ['OPTIONS', { 'access-control-request-headers': 'content-type' }],
  ] as const) {
    expect((await ask(addressOf(other, 'room'), method, headers)).status).toBe(426);
  }
});

test('a request that breaks off brings nothing and costs nothing', async () => {
  await using door = await openDoor();
  const line = await door.line('room');
  const [frame = new Uint8Array()] = type('a').map(encodeUp);
  const broken = line.begin(1, frame.length);
  broken.write(frame.subarray(0, 3));
  broken.destroy();
  expect((await line.piece(1, frame)).status).toBe(204);
  await vi.waitFor(async () => expect(await door.rooms.read(roomName('room'))).not.toEqual([]));
  expect(door.gateway.numbers().framesIn).toBe(1);
});
