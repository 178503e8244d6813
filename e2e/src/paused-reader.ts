import { once } from 'node:events';

import * as decoding from 'lib0/decoding';
import { WebSocket, type RawData } from 'ws';
import * as Y from 'yjs';

import { within } from './stock-client.ts';

const SYNC = 0;
const STEP_1 = 0;

/**
 * Somebody whose line stops reading, as that of a laptop that was put to sleep. It builds no document:
 * it only counts what it has of one writer, so that there can be many of them.
 */
export class PausedReader implements Disposable {
  /** The code with which the line was closed, if it was. */
  closedWith: number | null = null;
  /** How many messages with updates have come. */
  updates = 0;
  readonly #writer: number;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #clock = 0;

  private constructor(syncUrl: string, room: string, writer: number) {
    this.#writer = writer;
    this.#socket = new WebSocket(`${syncUrl}/${room}`, { perMessageDeflate: false });
    this.#socket.on('message', (data) => this.#receive(data));
    this.#socket.on('error', () => {});
    this.#socket.on('close', (code) => {
      this.closedWith = code;
      this.#check();
    });
  }

  /** @param writer the client number of whose words it counts. */
  static async join(syncUrl: string, room: string, writer: number): Promise<PausedReader> {
    const reader = new PausedReader(syncUrl, room, writer);
    await within('a line', once(reader.#socket, 'open'));
    // It has nothing.
    reader.#socket.send(new Uint8Array([SYNC, STEP_1, 1, 0]));
    return reader;
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Resolves when it has everything up to a clock without a gap, or its line is closed. */
  async caughtUp(clock: number): Promise<void> {
    const happened = Promise.withResolvers<void>();
    const check = (): void => {
      if (this.#clock >= clock || this.closedWith !== null) happened.resolve();
    };
    this.#waiting.add(check);
    check();
    await within(`clock ${clock} after ${this.#clock}`, happened.promise, 60_000);
    this.#waiting.delete(check);
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }

  #check(): void {
    for (const check of this.#waiting) check();
  }

  #receive(data: RawData): void {
    if (!Buffer.isBuffer(data)) return;
    const decoder = decoding.createDecoder(data);
    if (decoding.readVarUint(decoder) !== SYNC) return;
    if (decoding.readVarUint(decoder) === STEP_1) return;
    const { from, to } = Y.parseUpdateMeta(decoding.readVarUint8Array(decoder));
    const [first, end] = [from.get(this.#writer), to.get(this.#writer)];
    if (first === undefined || end === undefined) return;
    this.updates += 1;
    if (first <= this.#clock) this.#clock = Math.max(this.#clock, end);
    this.#check();
  }
}
