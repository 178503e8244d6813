import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket, type RawData } from 'ws';
import * as Y from 'yjs';

import { within } from './stock-client.ts';

const SYNC = 0;
const EXTENSION = 110;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const BARRIER = 1;
const SAVED = 2;
const STATUS = 4;
const STATUSES = ['ok', 'degraded', 'draining'];

/**
 * Somebody who speaks the wire by hand, with the extension by which the server says what is on disk.
 * Every edit is followed by a barrier.
 */
export class OwnClient implements Disposable {
  readonly doc = new Y.Doc();
  /** The last barrier that was sent; the first is 1. */
  asked = 0;
  /** Everything before this barrier is on disk, so the server says. */
  saved = 0;
  /** What the server said about itself, in order. */
  readonly statuses: string[] = [];
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #isSynced = false;

  constructor(syncUrl: string, room: string) {
    this.#socket = new WebSocket(`${syncUrl}/${room}?ext=1`, { perMessageDeflate: false });
    this.#socket.on('open', () => this.#send(SYNC, STEP_1, Y.encodeStateVector(this.doc)));
    this.#socket.on('message', (data) => this.#receive(data));
    // A server that is killed breaks its lines.
    this.#socket.on('error', () => {});
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.#send(SYNC, UPDATE, update);
      this.asked += 1;
      this.#send(EXTENSION, BARRIER, this.asked);
    });
  }

  get map(): Y.Map<unknown> {
    return this.doc.getMap('map');
  }

  /** Resolves when the server has answered with what it has. */
  async synced(): Promise<this> {
    await this.until('the first sync', () => this.#isSynced);
    return this;
  }

  /** Resolves when it holds; that is looked at after every message. */
  async until(what: string, holds: () => boolean): Promise<void> {
    const happened = Promise.withResolvers<void>();
    const check = (): void => void (holds() && happened.resolve());
    this.#waiting.add(check);
    check();
    await within(what, happened.promise).finally(() => this.#waiting.delete(check));
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
    this.doc.destroy();
  }

  #send(type: number, subtype: number, body: Uint8Array | number): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, type);
      encoding.writeVarUint(encoder, subtype);
      if (typeof body === 'number') encoding.writeVarUint(encoder, body);
      else encoding.writeVarUint8Array(encoder, body);
    });
    this.#socket.send(frame);
  }

  #receive(data: RawData): void {
    if (!Buffer.isBuffer(data)) return;
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === SYNC) this.#readSync(decoder);
    if (type === EXTENSION) this.#readExtension(decoder);
    for (const check of this.#waiting) check();
  }

  #readSync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (type === STEP_1) this.#send(SYNC, STEP_2, Y.encodeStateAsUpdate(this.doc, body));
    else Y.applyUpdate(this.doc, body, this);
    this.#isSynced ||= type === STEP_2;
  }

  #readExtension(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    if (kind === SAVED) this.saved = decoding.readVarUint(decoder);
    if (kind === STATUS) this.statuses.push(STATUSES[decoding.readVarUint(decoder)] ?? '?');
  }
}
