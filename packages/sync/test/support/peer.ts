import * as Y from 'yjs';

import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  step1Frame,
  step2Frame,
  updateFrame,
  type Role,
} from '@indelible/protocol';
import type { SessionId } from '@indelible/sync';

import { newDoc } from './edits.ts';

/** A client with a real document, and the two directions of its line. */
export class Peer {
  readonly number: number;
  readonly role: Role;
  readonly doc: Y.Doc;
  session: SessionId | null = null;
  /** Frames on their way to the room and back, in order. */
  up: Uint8Array[] = [];
  down: Uint8Array[] = [];
  readonly #made: Uint8Array[] = [];
  /** What was sent on the present line, and how much of it each barrier covers. */
  #sent: Uint8Array[] = [];
  readonly #barriers = new Map<number, readonly Uint8Array[]>();
  #nextBarrier = 1;

  constructor(number: number, role: Role) {
    this.number = number;
    this.role = role;
    this.doc = newDoc(number * 1000, { gc: number !== 2 });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'room') return;
      this.#made.push(update);
      if (this.session !== null) this.#sendUpdate(update);
    });
  }

  connect(session: SessionId): void {
    this.session = session;
    this.up.push(step1Frame(Y.encodeStateVector(this.doc)));
  }

  disconnect(): void {
    this.session = null;
    this.up = [];
    this.down = [];
    this.#sent = [];
    this.#barriers.clear();
  }

  hearNext(): void {
    const bytes = this.down.shift();
    if (bytes === undefined) return;
    const frame = decodeFrame(bytes);
    if (frame.type === 'step1') {
      this.send(Y.encodeStateAsUpdate(this.doc, frame.stateVector), 'step2');
      this.#sendBarrier();
    } else if (frame.type === 'step2' || frame.type === 'update') {
      Y.applyUpdate(this.doc, frame.update, 'room');
    }
  }

  /** Sends something old once more. */
  repeat(at: number): void {
    const update = this.#made[at % this.#made.length];
    if (update !== undefined && this.session !== null && this.role === 'writer') {
      this.#sendUpdate(update);
    }
  }

  send(update: Uint8Array, as: 'update' | 'step2'): void {
    this.#sent.push(update);
    this.up.push(as === 'update' ? updateFrame(update) : step2Frame(update));
  }

  updateIn(bytes: Uint8Array): Uint8Array | null {
    const frame = decodeFrame(bytes);
    return frame.type === 'update' || frame.type === 'step2' ? frame.update : null;
  }

  /** If a frame from the room says `saved`, the updates it vouches for. */
  coveredBy(bytes: Uint8Array): readonly Uint8Array[] {
    const frame = decodeFrame(bytes);
    const message = frame.type === 'extension' ? decodeExtension(frame.body) : null;
    if (message?.type !== 'saved') return [];
    this.saved = message.n;
    return this.#barriers.get(message.n) ?? [];
  }

  /** The last barrier that was answered. */
  saved = 0;

  get lastBarrier(): number {
    return this.#nextBarrier - 1;
  }

  #sendUpdate(update: Uint8Array): void {
    this.send(update, 'update');
    this.#sendBarrier();
  }

  #sendBarrier(): void {
    const n = this.#nextBarrier++;
    this.#barriers.set(n, [...this.#sent]);
    this.up.push(extensionFrame({ type: 'barrier', n }));
  }
}
