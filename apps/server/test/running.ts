import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

import type { Service } from '@indelible/gateway';
import {
  documentSummary,
  foundDocuments,
  type DocumentSummary,
  type FoundDocuments,
} from '@indelible/protocol';

import { readConfig } from '../src/config.ts';
import { startProduct } from '../src/product.ts';

/** The product in this process, on a free port and with a data folder of its own. */
export class Running implements AsyncDisposable {
  /** The data. */
  readonly folder: string;
  readonly #providers: WebsocketProvider[] = [];
  readonly #variables: Variables;
  #service: Service;

  private constructor(folder: string, variables: Variables, service: Service) {
    this.folder = folder;
    this.#variables = variables;
    this.#service = service;
  }

  static async start(variables: Variables = {}): Promise<Running> {
    const folder = await mkdtemp(join(tmpdir(), 'indelible-'));
    return new Running(folder, variables, await startProduct(config(folder, variables)));
  }

  get url(): string {
    return (
      this.#service.greeting[0]?.replace(/^.* at /, '').replace('localhost', '127.0.0.1') ?? ''
    );
  }

  /** @param between is given the database while nobody has it open. */
  async restart(between?: (file: string) => Promise<void>): Promise<void> {
    await this.#service[Symbol.asyncDispose]();
    await between?.(join(this.folder, 'indelible.sqlite'));
    this.#service = await startProduct(config(this.folder, this.#variables));
  }

  request(method: string, path: string, body?: unknown): Promise<Response> {
    const json = body === undefined ? {} : { body: JSON.stringify(body), headers: JSON_TYPE };
    return fetch(`${this.url}/api/v1${path}`, { method, ...json });
  }

  async create(title = ''): Promise<DocumentSummary> {
    const response = await this.request('POST', '/documents', { title });
    return documentSummary.parse(await response.json());
  }

  async find(id: string): Promise<DocumentSummary> {
    return documentSummary.parse(await (await this.request('GET', `/documents/${id}`)).json());
  }

  async search(query: string): Promise<FoundDocuments> {
    const response = await this.request('GET', `/documents?${new URLSearchParams({ q: query })}`);
    return foundDocuments.parse(await response.json());
  }

  /** A stock client. */
  open(id: string): WebsocketProvider {
    const provider = new WebsocketProvider(
      `${this.url.replace('http', 'ws')}/sync`,
      id,
      new Y.Doc(),
      { WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, disableBc: true },
    );
    this.#providers.push(provider);
    return provider;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const provider of this.#providers) provider.destroy();
    await this.#service[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true });
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

type Variables = Readonly<Record<string, string>>;

const config = (folder: string, variables: Variables): ReturnType<typeof readConfig> =>
  readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...variables });
