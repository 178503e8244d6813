import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import { CloseCode, encodePresence, presenceFrame, step1Frame } from '@indelible/protocol';
import type { Clock } from '@indelible/rooms';

import type { Admit } from '../src/admission.ts';
import { Rate } from '../src/rate.ts';
import { closeCode, openDoor, roomName, upgradeStatus } from './door.ts';

const question = step1Frame(new Uint8Array([0]));
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const PROXIED = { perAddress: 2, trustedProxies: ['127.0.0.1'] };

test('more messages than allowed close their own line with 4529, and the metric says so', async () => {
  await using door = await openDoor({ gateway: { messagesPerSecond: 1 } });
  const ada = door.provider('room');
  await vi.waitFor(() => expect(ada.synced).toBe(true));
  const hasty = await door.socket('room');
  const closing = closeCode(hasty);
  for (let i = 0; i < 30; i++) hasty.send(question);
  expect(await closing).toBe(CloseCode.tooFast);
  await vi.waitFor(() => {
    expect(door.gateway.numbers().closes).toEqual(new Map([[CloseCode.tooFast, 1]]));
  });
  expect(ada.wsconnected).toBe(true);
});

test('a flood of pings counts as messages', async () => {
  await using door = await openDoor({ gateway: { messagesPerSecond: 1 } });
  const hasty = await door.socket('room');
  const closing = closeCode(hasty);
  for (let i = 0; i < 30; i++) hasty.ping();
  expect(await closing).toBe(CloseCode.tooFast);
});

test('presence is no message, for stock clients echo that of everybody, but its bytes count', async () => {
  await using door = await openDoor({
    gateway: { messagesPerSecond: 1, bytesPerSecond: 10_000 },
  });
  const state = new TextEncoder().encode(JSON.stringify('x'.repeat(1_000)));
  const echo = presenceFrame(encodePresence([{ client: 7, clock: 1, state }]));
  const quiet = await door.socket('room');
  for (let i = 0; i < 30; i++) quiet.send(echo);
  await vi.waitFor(() => expect(door.gateway.numbers().framesIn).toBe(30));
  expect(quiet.readyState).toBe(quiet.OPEN);
  const closing = closeCode(quiet);
  for (let i = 0; i < 90; i++) quiet.send(echo);
  expect(await closing).toBe(CloseCode.tooFast);
});

test('a single frame may be longer than what is allowed in a second', async () => {
  await using door = await openDoor({ gateway: { bytesPerSecond: 1_000 } });
  const ada = door.provider('room');
  await vi.waitFor(() => expect(ada.synced).toBe(true));
  ada.doc.getText('text').insert(0, 'x'.repeat(100_000));
  await vi.waitFor(async () => {
    const doc = new Y.Doc();
    for (const part of await door.rooms.read(roomName('room'))) Y.applyUpdate(doc, part);
    expect(doc.getText('text')).toHaveLength(100_000);
  });
});

test('with 0 nothing is too fast', async () => {
  await using door = await openDoor({ gateway: { messagesPerSecond: 0, bytesPerSecond: 0 } });
  const hasty = await door.socket('room');
  for (let i = 0; i < 6_000; i++) hasty.send(question);
  await vi.waitFor(() => expect(door.gateway.numbers().framesIn).toBe(6_000), 10_000);
  expect(hasty.readyState).toBe(hasty.OPEN);
});

test('a rate lets ten seconds’ worth through at once and recovers by the second', () => {
  const rate = new Rate(5);
  const taken = (now: number): number => {
    let count = 0;
    while (rate.take(1, now)) count += 1;
    return count;
  };
  expect(taken(1_000_000)).toBe(50);
  expect(taken(1_000_500)).toBe(3);
  expect(taken(1_001_000)).toBe(2);
  expect(taken(900_000)).toBe(0);
  expect(taken(901_000)).toBe(5);
  expect(taken(2_000_000)).toBe(50);
});

test('one address too many gets 429 before anybody is asked; when one leaves there is room', async () => {
  let asked = 0;
  const admit: Admit = ({ path }) => {
    asked += 1;
    return { type: 'admit', document: roomName(path), role: 'writer', author: '' };
  };
  await using door = await openDoor({ admit, gateway: PROXIED });
  const [first] = [
    await door.socket('a', from('9.9.9.9')),
    await door.socket('b', from('9.9.9.9')),
  ];
  expect(await upgradeStatus(`${door.url}/c`, from('9.9.9.9'))).toBe(429);
  expect(asked).toBe(2);
  await door.socket('c', from('8.8.8.8'));
  expect(door.gateway.numbers().refusals).toEqual(new Map([[429, 1]]));
  first.close();
  await vi.waitFor(() => expect(door.gateway.size).toBe(2));
  await door.socket('d', from('9.9.9.9'));
});

test('somebody who says to come from elsewhere is not believed unless a proxy of ours says so', async () => {
  await using door = await openDoor({ gateway: PROXIED });
  await door.socket('a', from('1.1.1.1, 9.9.9.9'));
  await door.socket('b', from('2.2.2.2, 9.9.9.9'));
  expect(await upgradeStatus(`${door.url}/c`, from('3.3.3.3, 9.9.9.9'))).toBe(429);
});

test('one author too many is closed with 1013; those nobody knows are not counted', async () => {
  const admit: Admit = ({ path, params }) => ({
    type: 'admit',
    document: roomName(path),
    role: 'writer',
    author: params.get('author') ?? '',
  });
  await using door = await openDoor({ admit, gateway: { perAuthor: 1 } });
  const first = await door.socket('a?author=ada');
  expect(await closeCode(await door.socket('b?author=ada'))).toBe(CloseCode.overloaded);
  await door.socket('b?author=bo');
  await door.socket('b');
  await door.socket('b');
  first.close();
  await vi.waitFor(() => expect(door.gateway.size).toBe(3));
  const again = await door.socket('a?author=ada');
  again.send(question);
  await vi.waitFor(() => expect(door.gateway.numbers().framesIn).toBe(1));
});

test('a line ends with 4401 when its pass expires, even if that is longer away than timers reach', async () => {
  const HEARTBEAT = 1;
  let now = 1_000_000;
  let due: (() => void) | null = null;
  const clock: Clock = {
    now: () => now,
    after: (delay, task) => {
      if (delay === HEARTBEAT) return () => {};
      expect(delay).toBeLessThan(2 ** 31);
      due = (): void => {
        now += delay;
        task();
      };
      return () => {};
    },
  };
  const expiresAt = now + 2.5 * 2 ** 31;
  const admit: Admit = ({ path }) => {
    const pass = { id: null, expiresAt };
    return { type: 'admit', document: roomName(path), role: 'writer', author: 'ada', pass };
  };
  await using door = await openDoor({ admit, clock, gateway: { heartbeat: HEARTBEAT } });
  const socket = await door.socket('room');
  await vi.waitFor(() => expect(door.rooms.numbers().sessions).toBe(1));
  const fire = (): void => due?.();
  fire();
  fire();
  expect(door.rooms.numbers().sessions).toBe(1);
  const closing = closeCode(socket);
  fire();
  expect(now).toBe(expiresAt);
  expect(door.rooms.numbers().sessions).toBe(0);
  expect(await closing).toBe(CloseCode.unauthenticated);
});

test('those who are expelled are closed and nobody else', async () => {
  const admit: Admit = ({ path, params }) => ({
    type: 'admit',
    document: roomName(path),
    role: 'writer',
    author: params.get('author') ?? '',
  });
  await using door = await openDoor({ admit });
  const [ada, bo] = [await door.socket('a?author=ada'), await door.socket('a?author=bo')];
  const closing = closeCode(ada);
  const expelled = door.gateway.expel(
    ({ author }) => author === 'ada',
    CloseCode.unauthenticated,
    'gone',
  );
  expect(expelled).toBe(1);
  expect(await closing).toBe(CloseCode.unauthenticated);
  expect(bo.readyState).toBe(bo.OPEN);
  await vi.waitFor(() => expect(door.rooms.numbers().sessions).toBe(1));
});
