import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { WebSocket, type ClientOptions } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

import { parseRoomName, type DocumentId } from '@indelible/protocol';
import {
  defaultRoomsSettings,
  Rooms,
  systemClock,
  type Clock,
  type Logger,
  type RoomsSettings,
} from '@indelible/rooms';
import { createMemoryStore, type MemoryStore } from '@indelible/store';

import type { Admit } from '../src/admission.ts';
import { Gateway } from '../src/gateway.ts';
import { defaultGatewaySettings, type GatewaySettings } from '../src/settings.ts';
import { HttpLine } from './http-line.ts';

export interface Door extends AsyncDisposable {
  readonly url: string;
  readonly store: MemoryStore;
  readonly rooms: Rooms;
  readonly gateway: Gateway;
  /** A stock client with a document of its own. */
  provider(room: string): WebsocketProvider;
  /** A bare socket; `open` resolves when it may send. */
  socket(room: string, options?: ClientOptions): Promise<WebSocket>;
  /** A line over HTTP. */
  line(room: string, headers?: Readonly<Record<string, string>>): Promise<HttpLine>;
}

export interface DoorOptions {
  readonly admit?: Admit;
  /** For the gateway; the rooms have the machine's. */
  readonly clock?: Clock;
  readonly gateway?: Partial<GatewaySettings>;
  readonly rooms?: Partial<RoomsSettings>;
}

const admitEverybody: Admit = ({ path }) => {
  const document = parseRoomName(path);
  if (document === null) return { type: 'status', status: 404 };
  return { type: 'admit', document, role: 'writer', author: '' };
};

/** A gateway on a real port, with real sockets, in front of a memory store. */
export async function openDoor(options: DoorOptions = {}): Promise<Door> {
  const stack = new AsyncDisposableStack();
  const silent = (): void => {};
  const logger: Logger = { info: silent, warn: silent, error: silent };
  const store = stack.use(createMemoryStore());
  const rooms = new Rooms({
    log: store.log,
    logger,
    settings: { ...defaultRoomsSettings, ...options.rooms },
  });
  const gateway = new Gateway({
    rooms,
    admit: options.admit ?? admitEverybody,
    logger,
    clock: options.clock ?? systemClock,
    settings: { ...defaultGatewaySettings, closeTimeout: 500, ...options.gateway },
  });
  const server = createServer((request, response) => {
    if (!gateway.request(request, response)) response.writeHead(426).end();
  });
  server.on('upgrade', (request, socket, head) => void gateway.upgrade(request, socket, head));
  stack.defer(async () => {
    gateway.refuse();
    await rooms.drain(0).catch(silent);
    await gateway[Symbol.asyncDispose]();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    store,
    rooms,
    gateway,
    provider: (room) => {
      const provider = new WebsocketProvider(url, room, new Y.Doc(), {
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      });
      stack.defer(() => provider.destroy());
      return provider;
    },
    socket: async (room, socketOptions = {}) => {
      const socket = new WebSocket(`${url}/${room}`, socketOptions);
      stack.defer(() => socket.terminate());
      await once(socket, 'open');
      return socket;
    },
    line: async (room, headers = {}) => {
      const line = await HttpLine.open(`${url.replace('ws', 'http')}/${room}`, headers);
      stack.defer(() => line.cut());
      return line;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** The code with which the other end closes. */
export async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

export function roomName(name: string): DocumentId {
  const document = parseRoomName(name);
  if (document === null) throw new Error(`not a name: ${name}`);
  return document;
}

/** The HTTP status with which an upgrade is refused. */
export async function upgradeStatus(url: string, options: ClientOptions = {}): Promise<number> {
  const socket = new WebSocket(url, options);
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { readonly statusCode: number },
  ];
  socket.on('error', () => {});
  socket.terminate();
  return response.statusCode;
}
