import { encodeUp, MAX_PIECE } from '@indelible/protocol';

import type { Clock } from './clock.ts';

export interface PiecesPorts {
  readonly clock: Clock;
  /** Sends piece `n`. @returns the HTTP status; 0 if there was no answer. Never rejects. */
  readonly post: (n: number, piece: Uint8Array<ArrayBuffer>) => Promise<number>;
  /** A piece can't be delivered, so none is sent any more. */
  readonly onStuck: () => void;
}

/** How often a piece is sent at most, and how long the first wait in between is, in milliseconds. */
const MOST_TRIES = 4;
const FIRST_PAUSE = 250;
/** Something on the way is overloaded, or late; the line itself may be well. */
const PASSING: ReadonlySet<number> = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

/** Sends frames up: in pieces, one at a time and in order, and again as they were if the answer got lost. */
export class Pieces {
  readonly #ports: PiecesPorts;
  readonly #queue: Uint8Array<ArrayBuffer>[] = [];
  /** Bytes in the queue, and in the piece that is under way. */
  #queued = 0;
  #sending = 0;
  #next = 1;
  /** A piece is due even if there is nothing to put into it. */
  #isAsked = false;
  #isRunning = false;
  #isStopped = false;
  #run: Promise<void> = Promise.resolve();
  #stopPause: () => void = () => undefined;

  constructor(ports: PiecesPorts) {
    this.#ports = ports;
  }

  /** Bytes that have not been taken. */
  get buffered(): number {
    return this.#queued + this.#sending;
  }

  /** An empty frame says goodbye. */
  push(frame: Uint8Array): void {
    if (this.#isStopped) return;
    const bytes = encodeUp(frame);
    this.#queue.push(bytes);
    this.#queued += bytes.length;
    this.#start();
  }

  /** Gives a sign of life. */
  answer(): void {
    this.#isAsked = true;
    this.#start();
  }

  /** Resolves when everything has been taken, or never will be. */
  settled(): Promise<void> {
    return this.#run;
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopPause();
  }

  #start(): void {
    if (this.#isRunning || this.#isStopped) return;
    this.#isRunning = true;
    this.#run = this.#deliverAll();
  }

  async #deliverAll(): Promise<void> {
    // What is sent within one turn goes together.
    await Promise.resolve();
    while (!this.#isStopped && (this.#queue.length > 0 || this.#isAsked)) {
      this.#isAsked = false;
      if (await this.#deliver(this.#next, this.#take())) this.#next += 1;
      else if (!this.#isStopped) {
        this.stop();
        this.#ports.onStuck();
      }
    }
    this.#isRunning = false;
  }

  async #deliver(n: number, piece: Uint8Array<ArrayBuffer>): Promise<boolean> {
    for (let tries = 1; !this.#isStopped; tries++) {
      const status = await this.#ports.post(n, piece);
      if (status >= 200 && status < 300) {
        this.#sending = 0;
        return true;
      }
      if (!PASSING.has(status) || tries === MOST_TRIES) return false;
      await this.#pause(FIRST_PAUSE * 2 ** (tries - 1));
    }
    return false;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#ports.clock.after(ms, resolve);
      this.#stopPause = () => {
        cancel();
        resolve();
      };
    });
  }

  /** As much of the queue as fits into a piece. */
  #take(): Uint8Array<ArrayBuffer> {
    const piece = new Uint8Array(Math.min(this.#queued, MAX_PIECE));
    let filled = 0;
    while (filled < piece.length) {
      const first = this.#queue.shift() ?? new Uint8Array();
      const room = piece.length - filled;
      piece.set(first.subarray(0, room), filled);
      if (first.length > room) this.#queue.unshift(first.subarray(room));
      filled += Math.min(first.length, room);
    }
    this.#queued -= piece.length;
    this.#sending = piece.length;
    return piece;
  }
}
