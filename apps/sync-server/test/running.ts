import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { WebSocket, type ClientOptions } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

import type { Service } from '@indelible/gateway';
import { DOWN_TYPE, DownReader, type DownEvent } from '@indelible/protocol';

import { readConfig } from '../src/config.ts';
import { startSyncServer } from '../src/sync-server.ts';

export type Variables = Readonly<Record<string, string>>;

/** The sync server in this process, on a free port and with a data folder of its own. */
export class Running implements AsyncDisposable {
  readonly folder: string;
  readonly #variables: Variables;
  readonly #providers: WebsocketProvider[] = [];
  readonly #sockets: WebSocket[] = [];
  #service: Service;

  private constructor(folder: string, variables: Variables, service: Service) {
    this.folder = folder;
    this.#variables = variables;
    this.#service = service;
  }

  static async start(variables: Variables = {}): Promise<Running> {
    const folder = await mkdtemp(join(tmpdir(), 'indelible-'));
    // With a `DATA_DIR` of its own this one stays empty.
    return new Running(folder, variables, await launch(folder, variables));
  }

  /** Of the WebSocket. */
  get url(): string {
    const [, url = ''] = /(ws:\S+)\/<room>/.exec(this.#service.greeting[0] ?? '') ?? [];
    return url.replace('localhost', '127.0.0.1');
  }

  /** Over plain HTTP. */
  request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.url.replace('ws', 'http') + path, init);
  }

  async restart(): Promise<void> {
    await this.#service[Symbol.asyncDispose]();
    this.#service = await launch(this.folder, this.#variables);
  }

  /** A stock client. */
  open(room: string, params: Variables = {}): WebsocketProvider {
    const provider = new WebsocketProvider(this.url, room, new Y.Doc(), {
      params,
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    this.#providers.push(provider);
    return provider;
  }

  /** A bare socket that has been opened. */
  async socket(path: string, options: ClientOptions = {}): Promise<WebSocket> {
    const socket = new WebSocket(this.url + path, options);
    this.#sockets.push(socket);
    await once(socket, 'open');
    return socket;
  }

  /** The code with which a line is closed. */
  async closeCode(path: string, options: ClientOptions = {}): Promise<number> {
    return closed(await this.socket(path, options));
  }

  /** The HTTP status of an upgrade that is refused. */
  async refusal(path: string, options: ClientOptions = {}): Promise<number> {
    const socket = new WebSocket(this.url + path, options);
    const [, response] = (await once(socket, 'unexpected-response')) as [
      unknown,
      { readonly statusCode: number },
    ];
    socket.on('error', () => {});
    socket.terminate();
    return response.statusCode;
  }

  /** What the first events of a line over HTTP say, up to one of that type. */
  async openOverHttp(path: string, until: DownEvent['type']): Promise<readonly DownEvent[]> {
    const response = await this.request(path, { method: 'POST', headers: { accept: DOWN_TYPE } });
    const reader = new DownReader();
    const events: DownEvent[] = [];
    const text = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
    for await (const part of text) {
      events.push(...reader.push(part));
      if (events.some(({ type }) => type === until)) break;
    }
    return events;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const provider of this.#providers) provider.destroy();
    for (const socket of this.#sockets) socket.terminate();
    await this.#service[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true });
  }
}

/** The code with which the other end closes. */
export async function closed(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

const launch = (folder: string, variables: Variables): Promise<Service> =>
  startSyncServer(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...variables }));
