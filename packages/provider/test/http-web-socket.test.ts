import { once } from 'node:events';

import { expect, onTestFinished, test, vi } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

import {
  CloseCode,
  encodePresence,
  presenceFrame,
  queryPresenceFrame,
  updateFrame,
} from '@indelible/protocol';

import { createProvider, HttpWebSocket, type Provider } from '../src/index.ts';
import { LossyProxy } from './support/lossy-proxy.ts';
import { SyncServer } from './support/sync-server.ts';

const PATIENCE = { timeout: 15_000 };

/** The client that other apps use, over HTTP. */
function stock(url: string, room: string): WebsocketProvider {
  const provider = new WebsocketProvider(url, room, new Y.Doc(), {
    WebSocketPolyfill: HttpWebSocket,
    disableBc: true,
  });
  onTestFinished(() => provider.destroy());
  return provider;
}

const textOf = ({ doc }: { readonly doc: Y.Doc }): string => doc.getText('text').toString();
const add = ({ doc }: { readonly doc: Y.Doc }, text: string): void =>
  doc.getText('text').insert(doc.getText('text').length, text);

async function open(url: string): Promise<HttpWebSocket> {
  const socket = new HttpWebSocket(url);
  onTestFinished(() => socket.close());
  await once(socket, 'open');
  return socket;
}

async function closing(socket: HttpWebSocket): Promise<CloseEvent> {
  const [event] = (await once(socket, 'close')) as [CloseEvent];
  return event;
}

test('stock clients converge over HTTP, see each other come and go, and survive a restart', async () => {
  await using server = await SyncServer.start();
  const [ada, bo] = [stock(server.url, 'a room/ü'), stock(server.url, 'a room/ü')];
  ada.awareness.setLocalStateField('caret', 1);
  add(ada, 'ada ');
  add(bo, 'bo ');
  await vi.waitFor(() => {
    expect(textOf(ada)).toHaveLength(7);
    expect(textOf(bo)).toBe(textOf(ada));
    expect(bo.awareness.getStates().get(ada.doc.clientID)?.['caret']).toBe(1);
  }, PATIENCE);
  expect(await server.metric('http_connections')).toBe(2);

  await server.restart();
  add(ada, 'later');
  await vi.waitFor(() => expect(textOf(bo)).toContain('later'), PATIENCE);
  ada.destroy();
  await vi.waitFor(
    () => expect(bo.awareness.getStates().has(ada.doc.clientID)).toBe(false),
    PATIENCE,
  );
  const cy = stock(server.url, 'a room/ü');
  await vi.waitFor(() => expect(textOf(cy)).toBe(textOf(bo)), PATIENCE);
});

test('pieces and answers that get lost on the way cost time and nothing else', async () => {
  await using server = await SyncServer.start();
  await using proxy = await LossyProxy.to(server.port);
  const [ada, bo] = [stock(proxy.url, 'room'), stock(proxy.url, 'room')];
  let closes = 0;
  for (const provider of [ada, bo]) provider.on('connection-close', () => (closes += 1));
  for (let i = 0; i < 5; i++) {
    add(ada, 'a');
    add(bo, 'b');
    await vi.waitFor(() => {
      expect(textOf(ada)).toHaveLength(2 * (i + 1));
      expect(textOf(bo)).toBe(textOf(ada));
    }, PATIENCE);
  }
  expect(proxy.lost.before).toBeGreaterThan(0);
  expect(proxy.lost.after).toBeGreaterThan(0);
  expect(closes).toBe(0);
});

test('a text of megabytes goes up in pieces and down in one frame', async () => {
  await using server = await SyncServer.start();
  const [ada, bo] = [stock(server.url, 'room'), stock(server.url, 'room')];
  add(ada, 'x'.repeat(3_000_000));
  await vi.waitFor(() => expect(textOf(bo)).toHaveLength(3_000_000), PATIENCE);
});

test('a permanent refusal stops a stock client, as with a WebSocket', async () => {
  await using server = await SyncServer.start();
  const ada = stock(server.url, 'x'.repeat(256));
  const refusal = await new Promise((resolve) => {
    ada.once('closed', (close) => resolve(close.code));
  });
  expect(refusal).toBe(CloseCode.notFound);
});

test('it has the looks and the manners of a WebSocket', async () => {
  await using server = await SyncServer.start();
  const socket = new HttpWebSocket(`${server.url}/room`);
  expect([socket.url, socket.readyState]).toEqual([`${server.url}/room`, HttpWebSocket.CONNECTING]);
  expect(() => socket.send(new Uint8Array([0]))).toThrow(DOMException);
  const seen: string[] = [];
  const heard = Promise.withResolvers<unknown>();
  socket.onopen = () => seen.push('open');
  socket.onmessage = ({ data }) => heard.resolve(data);
  socket.onerror = () => seen.push('error');
  socket.onclose = ({ code, wasClean }) => seen.push(`close ${code} ${wasClean}`);
  await once(socket, 'open');
  expect(() => socket.send('text')).toThrow(TypeError);

  const state = new TextEncoder().encode('{}');
  const presence = presenceFrame(encodePresence([{ client: 7, clock: 1, state }]));
  socket.send(new Uint8Array(presence));
  expect(socket.bufferedAmount).toBeGreaterThan(0);
  expect(await heard.promise).toBeInstanceOf(Blob);
  await vi.waitFor(() => expect(socket.bufferedAmount).toBe(0));

  socket.binaryType = 'arraybuffer';
  const answer = once(socket, 'message') as Promise<[MessageEvent]>;
  socket.send(new Uint8Array(queryPresenceFrame()));
  expect((await answer)[0].data).toBeInstanceOf(ArrayBuffer);
  socket.send(new Uint8Array(queryPresenceFrame()));
  socket.close();
  expect(socket.readyState).toBe(HttpWebSocket.CLOSING);
  await closing(socket);
  expect([seen, socket.readyState]).toEqual([['open', 'close 1005 true'], HttpWebSocket.CLOSED]);
});

test('what was sent before it is closed still arrives', async () => {
  await using server = await SyncServer.start();
  const ada = stock(server.url, 'room');
  await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  const socket = await open(`${server.url}/room`);
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'last words');
  socket.send(new Uint8Array(updateFrame(Y.encodeStateAsUpdate(doc))));
  socket.close();
  await closing(socket);
  await vi.waitFor(() => expect(textOf(ada)).toBe('last words'), PATIENCE);
});

test('a server that is not there, or is another one, is an error and a close', async () => {
  await using server = await SyncServer.start();
  for (const url of ['ws://127.0.0.1:1', `${server.url}/healthz?`.replace('ws', 'http')]) {
    const socket = new HttpWebSocket(url);
    const error = once(socket, 'error');
    if (url.includes('healthz')) socket.close();
    const { code, wasClean } = await closing(socket);
    expect([code, wasClean]).toEqual([1006, false]);
    await error;
  }
});

/** A line of ours that is led over HTTP until WebSockets are let through. */
function ours(url: string): Provider & { letThrough: () => void } {
  let isBlocked = true;
  class Blocked extends WebSocket {
    constructor(address: string) {
      // Nothing listens there, so it fails as one that is refused on the way.
      super(isBlocked ? 'ws://127.0.0.1:1' : address);
    }
  }
  const provider = createProvider({
    url,
    document: 'room',
    environment: { WebSocket: Blocked, indexedDB: null },
    settings: { wayBackBase: 200, handover: 200 },
  });
  onTestFinished(() => provider[Symbol.asyncDispose]());
  return Object.assign(provider, { letThrough: () => (isBlocked = false) });
}

test('ours goes over HTTP and back again, Saved all along, and nobody sees it leave', async () => {
  await using server = await SyncServer.start();
  const watching = stock(server.url, 'room');
  const provider = ours(server.url);
  provider.awareness.setLocalStateField('user', { name: 'Ada' });
  const { clientID } = provider.doc;
  await vi.waitFor(() => {
    expect(provider.status().connection).toEqual({ state: 'connected', via: 'http' });
    expect(watching.awareness.getStates().has(clientID)).toBe(true);
  }, PATIENCE);
  const removed: number[] = [];
  watching.awareness.on('change', (change: { readonly removed: readonly number[] }) => {
    removed.push(...change.removed);
  });
  add(provider, 'over HTTP');
  await vi.waitFor(() => expect(provider.status().save.state).toBe('saved'), PATIENCE);
  expect(provider.status().save).not.toEqual({ state: 'saved', at: null });

  provider.letThrough();
  await vi.waitFor(async () => {
    expect(provider.status().connection).toEqual({ state: 'connected', via: 'webSocket' });
    // The stock client’s own.
    expect(await server.metric('http_connections')).toBe(1);
  }, PATIENCE);
  add(provider, ' and back');
  await vi.waitFor(() => {
    expect(textOf(watching)).toBe('over HTTP and back');
    expect(provider.status().save.state).toBe('saved');
  }, PATIENCE);
  expect(removed).toEqual([]);
});
