import type { IncomingMessage, ServerResponse } from 'node:http';

import { encodeDown, FrameTooLong, MAX_PIECE, UpReader, type CloseCode } from '@indelible/protocol';
import type { Clock } from '@indelible/rooms';

import type { Carrier, CarrierListener } from './carrier.ts';
import { readBody } from './read-body.ts';
import type { GatewaySettings } from './settings.ts';

/** What becomes of a piece. */
export type Taken =
  | 'taken'
  | 'tooLarge'
  /** The line is closed, or closes. */
  | 'gone'
  /** It was sent once more meanwhile, or one before it is missing. */
  | 'outOfOrder';

const BROKEN = 1006;
const GOODBYE = 1000;

/** Makes the text that brings these frames down. */
export const encodeEvents = (frames: readonly Uint8Array[]): readonly Uint8Array[] => [
  Buffer.from(encodeDown({ type: 'frames', frames })),
];

/** Carries frames down in an answer that lasts as long as the line, and up in requests. */
export class HttpCarrier implements Carrier {
  readonly #answer: ServerResponse;
  readonly #clock: Clock;
  readonly #closeTimeout: number;
  readonly #frames: UpReader;
  readonly #resumed = Promise.withResolvers<void>();
  #listener: CarrierListener | null = null;
  #isOpen = true;
  /** The number of the piece that is to come. */
  #next = 1;
  /** The request of which a piece is being taken; an older one is dead, or its client would have waited. */
  #request: IncomingMessage | null = null;
  /** Its piece, until the line takes it. Here, so that only one can be waiting. */
  #piece: Buffer | null = null;
  #leftWith = BROKEN;
  #cancelCut: () => void = () => {};

  /** @param answer whose head has been written */
  constructor(answer: ServerResponse, clock: Clock, settings: GatewaySettings) {
    this.#answer = answer;
    this.#clock = clock;
    this.#closeTimeout = settings.closeTimeout;
    this.#frames = new UpReader(settings.maxFrame);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get buffered(): number {
    return this.#answer.writableLength;
  }

  listen(listener: CarrierListener): void {
    this.#listener = listener;
    // Followed by `close`.
    this.#answer.on('error', () => {});
    this.#answer.on('close', () => {
      this.#shut();
      this.#cancelCut();
      listener.onClose(this.#leftWith);
    });
  }

  resume(): void {
    this.#resumed.resolve();
  }

  write(chunks: readonly Uint8Array[], onFlushed: () => void): void {
    chunks.forEach((chunk, index) => {
      if (index === chunks.length - 1) this.#answer.write(chunk, onFlushed);
      else this.#answer.write(chunk);
    });
  }

  ping(): void {
    this.#answer.write(encodeDown({ type: 'ping' }));
  }

  close(code: CloseCode, reason: string): void {
    if (!this.#isOpen) return;
    this.#end(encodeDown({ type: 'close', code, reason }));
  }

  terminate(): void {
    this.#shut();
    this.#answer.destroy();
  }

  /** Takes piece `n`, the body of a request; resolves when it may be answered. Rejects if it breaks. */
  async take(n: number, request: IncomingMessage): Promise<Taken> {
    if (!this.#isOpen) return 'gone';
    this.#request?.destroy();
    this.#request = request;
    this.#piece = null;
    const piece = await readBody(request, () => this.#listener?.onAlive());
    if (this.#request === request) this.#piece = piece;
    if (piece === null) return 'tooLarge';
    return this.#takeInTurn(n, request);
  }

  async #takeInTurn(n: number, request: IncomingMessage): Promise<Taken> {
    await this.#resumed.promise;
    if (this.#request !== request) return 'outOfOrder';
    const piece = this.#piece;
    this.#request = null;
    this.#piece = null;
    if (!this.#isOpen || piece === null) return 'gone';
    if (n > this.#next) {
      this.#listener?.onMalformed('a piece is missing');
      return 'outOfOrder';
    }
    if (n < this.#next || !this.#read(piece)) this.#listener?.onEmpty();
    this.#next = Math.max(this.#next, n + 1);
    return 'taken';
  }

  /** False if it brings little and no frame ends in it. */
  #read(piece: Buffer): boolean {
    let isWorthIt = piece.length === MAX_PIECE;
    try {
      for (const frame of this.#frames.push(piece)) {
        isWorthIt = true;
        if (frame.length === 0) this.#leave();
        else this.#listener?.onFrame(frame);
        if (!this.#isOpen) break;
      }
    } catch (error) {
      if (!(error instanceof FrameTooLong)) throw error;
      this.#listener?.onTooLong();
      return true;
    }
    return isWorthIt;
  }

  /** The other end said goodbye. */
  #leave(): void {
    this.#leftWith = GOODBYE;
    this.#end('');
  }

  /** Ends the answer, and cuts it if it is not taken in time. */
  #end(lastWords: string): void {
    this.#shut();
    this.#answer.end(lastWords);
    this.#cancelCut = this.#clock.after(this.#closeTimeout, () => this.#answer.destroy());
  }

  #shut(): void {
    this.#isOpen = false;
    this.#resumed.resolve();
  }
}
