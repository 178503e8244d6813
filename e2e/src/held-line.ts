import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

interface Held {
  readonly deliver: () => void;
  /** What the sender had done when it sent this, see `HeldLine`. */
  readonly progress: number;
}

const SYNC = 0;
const SYNC_STEP_1 = 0;

/**
 * A line on which messages arrive but wait until the test lets them through, so that a client can be
 * at any moment exactly as far behind as the people in a recorded session were.
 *
 * It reads along in a document of its own, to know which message brought what: `progress` reads a
 * number out of that document which the sender counts up.
 */
export class HeldLine implements Disposable {
  /** To be given to the client in the place of the plain one. */
  readonly socket: typeof WebSocket;
  readonly #progress: (doc: Y.Doc) => number;
  readonly #copy = new Y.Doc();
  readonly #held: Held[] = [];
  #isHolding = false;
  readonly #waiting = new Set<() => void>();

  constructor(progress: (doc: Y.Doc) => number) {
    this.#progress = progress;
    const take = (data: unknown, deliver: () => void): void => this.#take(data, deliver);
    this.socket = class extends WebSocket {
      override emit(event: string | symbol, ...values: unknown[]): boolean {
        if (event !== 'message') return super.emit(event, ...values);
        take(values[0], () => super.emit(event, ...values));
        return true;
      }
    };
  }

  /** From now on messages wait. What the client itself does to its document, others build on. */
  hold(doc: Y.Doc): void {
    this.#isHolding = true;
    doc.on('update', (update: Uint8Array) => Y.applyUpdate(this.#copy, update));
  }

  /** Everything goes through, now and later. */
  letGo(): void {
    this.#isHolding = false;
    for (const { deliver } of this.#held.splice(0)) deliver();
  }

  /** Resolves when the message with that progress has arrived, whether or not it was let through. */
  arrived(progress: number): Promise<void> {
    if (this.#progress(this.#copy) >= progress) return Promise.resolve();
    return new Promise((resolve) => {
      const check = (): void => {
        if (this.#progress(this.#copy) < progress) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  /**
   * Lets the messages through up to the one with that progress, which must have arrived.
   *
   * @throws if no message ends just there.
   */
  release(progress: number): void {
    for (let message = this.#held.shift(); message; message = this.#held.shift()) {
      message.deliver();
      if (message.progress === progress) return;
      if (message.progress > progress) break;
    }
    throw new Error(`no message ends at ${progress}`);
  }

  #take(data: unknown, deliver: () => void): void {
    if (data instanceof ArrayBuffer) this.#readAlong(new Uint8Array(data));
    if (this.#isHolding) this.#held.push({ deliver, progress: this.#progress(this.#copy) });
    else deliver();
    for (const check of this.#waiting) check();
  }

  #readAlong(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    if (decoding.readVarUint(decoder) !== SYNC) return;
    if (decoding.readVarUint(decoder) === SYNC_STEP_1) return;
    Y.applyUpdate(this.#copy, decoding.readVarUint8Array(decoder));
  }

  [Symbol.dispose](): void {
    this.#copy.destroy();
  }
}
