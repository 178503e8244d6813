import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { WebsocketProvider as WebsocketProvider15 } from 'y-websocket-1';
import { WebsocketProvider as WebsocketProvider21 } from 'y-websocket-2';
import { WebsocketProvider as WebsocketProvider30 } from 'y-websocket-3-0';
import * as Y from 'yjs';

const providers = {
  '1.5.4': WebsocketProvider15,
  '2.1.0': WebsocketProvider21,
  '3.0.0': WebsocketProvider30,
  '3.1.0': WebsocketProvider,
} as const;

/** The versions of y-websocket that apps are built with. */
export type StockVersion = keyof typeof providers;
export const stockVersions = Object.keys(providers) as readonly StockVersion[];

export interface StockOptions {
  /** The newest, if nothing is said. */
  readonly version?: StockVersion;
  readonly socket?: typeof WebSocket;
  readonly clientId?: number;
  /** One that something else is bound to, too; it is left as it is in the end. */
  readonly doc?: Y.Doc;
}

/** One of the providers, which differ in nothing we touch. */
type StockProvider = WebsocketProvider;

/** How long a wait of a stock client may take. */
const PATIENCE_MS = 20_000;

/** A Yjs app of somebody else: a document, and the y-websocket client as it is on npm. */
export class StockClient implements Disposable {
  readonly doc: Y.Doc;
  readonly provider: StockProvider;
  /** What became of the connection, in order. */
  readonly statuses: string[] = [];
  readonly #ownsDoc: boolean;

  /** @param syncUrl the address before the room's name */
  constructor(syncUrl: string, room: string, options: StockOptions = {}) {
    this.doc = options.doc ?? new Y.Doc();
    this.#ownsDoc = options.doc === undefined;
    if (options.clientId !== undefined) this.doc.clientID = options.clientId;
    const Provider = providers[options.version ?? '3.1.0'];
    this.provider = new Provider(syncUrl, room, this.doc, {
      connect: false,
      // Otherwise clients of one process talk to each other, and the server is not tested at all.
      disableBc: true,
      WebSocketPolyfill: asBrowserSocket(options.socket ?? WebSocket),
    });
    this.provider.on('status', ({ status }) => this.statuses.push(status));
    this.provider.connect();
  }

  get text(): Y.Text {
    return this.doc.getText('text');
  }

  /** Resolves when the server has answered with what it has. */
  async synced(): Promise<this> {
    if (!this.provider.synced) {
      await within(
        'the first sync',
        new Promise<void>((resolve) => {
          this.provider.once('sync', () => resolve());
        }),
      );
    }
    return this;
  }

  /** Resolves when the document fulfils the condition. */
  async until(what: string, fulfilled: (doc: Y.Doc) => boolean): Promise<this> {
    if (fulfilled(this.doc)) return this;
    let check = (): void => {};
    const happened = new Promise<void>((resolve) => {
      check = () => {
        if (fulfilled(this.doc)) resolve();
      };
      this.doc.on('update', check);
    });
    await within(what, happened).finally(() => this.doc.off('update', check));
    return this;
  }

  /** Resolves when the names of those who are present fulfil the condition. */
  async untilPresent(
    what: string,
    fulfilled: (names: readonly unknown[]) => boolean,
  ): Promise<this> {
    const { awareness } = this.provider;
    const names = (): unknown[] =>
      Array.from(awareness.getStates().values(), (state) => nameIn(state));
    if (fulfilled(names())) return this;
    let check = (): void => {};
    const happened = new Promise<void>((resolve) => {
      check = () => {
        if (fulfilled(names())) resolve();
      };
      awareness.on('change', check);
    });
    await within(what, happened).finally(() => awareness.off('change', check));
    return this;
  }

  /** Breaks its line without a word of farewell; it does not come back by itself. */
  breakLine(): void {
    this.provider.shouldConnect = false;
    const { ws } = this.provider;
    if (ws instanceof WebSocket) ws.terminate();
  }

  [Symbol.dispose](): void {
    this.provider.destroy();
    if (this.#ownsDoc) this.doc.destroy();
  }
}

function nameIn(state: { readonly [field: string]: unknown }): unknown {
  const { user } = state;
  return typeof user === 'object' && user !== null && 'name' in user ? user.name : null;
}

/** @throws if it does not happen in time. */
export async function within<T>(what: string, happening: Promise<T>, ms = PATIENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${ms} ms in vain for ${what}`)), ms);
  });
  return Promise.race([happening, late]).finally(() => clearTimeout(timer));
}

/** `ws` is what Yjs apps use outside of browsers; its types just don't say that it fits. */
const asBrowserSocket = (socket: typeof WebSocket): typeof globalThis.WebSocket =>
  socket as unknown as typeof globalThis.WebSocket;
