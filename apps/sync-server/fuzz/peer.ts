import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from '@indelible/protocol';

import { within } from './patience.ts';

/** Somebody who means well, and whom nobody may disturb. */
export abstract class Peer implements Disposable {
  readonly name: string;
  readonly doc = new Y.Doc();
  /** Why this peer was disturbed, if it was. */
  trouble: Error | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(name: string) {
    this.name = name;
  }

  /** The words of both, in a text of their own. */
  get words(): Y.Text {
    return this.doc.getText('words');
  }

  /** What comes and goes. */
  get things(): Y.Map<unknown> {
    return this.doc.getMap('things');
  }

  /** @throws if this peer was disturbed, or what it waits for does not come. */
  async until(what: string, holds: () => boolean): Promise<void> {
    const happened = Promise.withResolvers<void>();
    const check = (): void => {
      if (this.trouble !== null) happened.reject(this.trouble);
      else if (holds()) happened.resolve();
    };
    this.#waiting.add(check);
    check();
    await within(`${what}, by ${this.name}`, happened.promise).finally(() => {
      this.#waiting.delete(check);
    });
  }

  abstract [Symbol.dispose](): void;

  protected check(): void {
    for (const check of this.#waiting) check();
  }

  protected disturb(what: string, cause?: unknown): void {
    this.trouble ??= new Error(`${this.name} was disturbed: ${what}`, { cause });
    this.check();
  }
}

/** Speaks with the server as ours do, and knows what is saved. */
export class OwnPeer extends Peer {
  readonly #socket: WebSocket;
  #isSynced = false;
  #asked = 0;
  #saved = 0;

  constructor(name: string, url: string, client: number) {
    super(name);
    this.doc.clientID = client;
    this.#socket = new WebSocket(`${url}?ext=1`, { perMessageDeflate: false });
    this.#socket.on('open', () => this.#socket.send(step1Frame(Y.encodeStateVector(this.doc))));
    this.#socket.on('message', (data: Buffer) => this.#receive(data));
    this.#socket.on('close', (code, reason) =>
      this.disturb(`closed with ${code} ${reason.toString()}`),
    );
    this.#socket.on('error', (error) => this.disturb(error.message, error));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#socket.send(updateFrame(update));
    });
  }

  synced(): Promise<void> {
    return this.until('the first sync', () => this.#isSynced);
  }

  /** Resolves when everything that was sent before is on disk. */
  async saved(): Promise<void> {
    const n = ++this.#asked;
    this.#socket.send(extensionFrame({ type: 'barrier', n }));
    await this.until(`SAVED ${n}`, () => this.#saved >= n);
  }

  [Symbol.dispose](): void {
    this.#socket
      .removeAllListeners()
      .on('error', () => {})
      .terminate();
    this.doc.destroy();
  }

  #receive(bytes: Uint8Array): void {
    try {
      this.#read(bytes);
    } catch (error) {
      this.disturb(String(error), error);
    }
    this.check();
  }

  #read(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    switch (frame.type) {
      case 'step1':
        this.#socket.send(step2Frame(Y.encodeStateAsUpdate(this.doc, frame.stateVector)));
        break;
      case 'step2':
      case 'update':
        Y.applyUpdate(this.doc, frame.update, this);
        this.#isSynced ||= frame.type === 'step2';
        break;
      case 'extension': {
        const message = decodeExtension(frame.body);
        if (message.type === 'saved') this.#saved = message.n;
        break;
      }
      case 'presence':
      case 'queryPresence':
      case 'auth':
        break;
    }
  }
}

/** The y-websocket client as it is on npm. */
export class StockPeer extends Peer {
  readonly #provider: WebsocketProvider;

  constructor(name: string, url: string, room: string, client: number) {
    super(name);
    this.doc.clientID = client;
    const guard = (act: () => boolean): boolean => this.#guard(act);
    this.#provider = new WebsocketProvider(url, room, this.doc, {
      disableBc: true,
      // What the client throws while it reads would otherwise end the process.
      WebSocketPolyfill: class extends WebSocket {
        override emit(event: string | symbol, ...values: unknown[]): boolean {
          return guard(() => super.emit(event, ...values));
        }
      } as unknown as typeof globalThis.WebSocket,
    });
    this.#provider.awareness.setLocalState({ name });
    this.#provider.on('connection-close', (event) => this.disturb(`closed with ${event?.code}`));
    this.#provider.on('sync', () => this.check());
  }

  synced(): Promise<void> {
    return this.until('the first sync', () => this.#provider.synced);
  }

  [Symbol.dispose](): void {
    this.#provider.destroy();
    this.doc.destroy();
  }

  #guard(act: () => boolean): boolean {
    let handled = true;
    try {
      handled = act();
    } catch (error) {
      this.disturb(String(error), error);
    }
    this.check();
    return handled;
  }
}
