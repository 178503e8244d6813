import * as Y from 'yjs';

import { decodeExtension, decodeFrame, type DocumentId, type Extension } from '@indelible/protocol';

import type { Judge } from './judge.ts';

/** What was said on one line, to hold the server to its word. */
export class Ledger {
  readonly #judge: Judge;
  readonly #document: DocumentId;
  readonly #mayWrite: boolean;
  readonly #who: string;
  /** Sent since the last barrier … */
  #updates: Uint8Array[] = [];
  /** … and before the barriers that are not answered. */
  #barriers: { readonly n: number; readonly updates: readonly Uint8Array[] }[] = [];
  #isStalled = false;

  constructor(judge: Judge, document: DocumentId, who: string, mayWrite: boolean) {
    this.#judge = judge;
    this.#document = document;
    this.#who = who;
    this.#mayWrite = mayWrite;
  }

  /** The peer sends. */
  said(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (frame.type === 'step2' || frame.type === 'update') this.#updates.push(frame.update);
    if (frame.type !== 'extension') return;
    const message = decodeExtension(frame.body);
    if (message.type !== 'barrier') return;
    this.#barriers.push({ n: message.n, updates: this.#updates });
    this.#updates = [];
  }

  /** The room sends. */
  told(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (frame.type === 'update' && this.#isStalled) {
      this.#judge.fail('I8', `${this.#who} is sent updates over a line that is full`);
    }
    if (frame.type === 'step1') this.#checkVector(frame.stateVector);
    if (frame.type === 'extension') this.#checkMessage(decodeExtension(frame.body));
  }

  stalled(isStalled: boolean): void {
    this.#isStalled = isStalled;
  }

  #checkVector(bytes: Uint8Array): void {
    const beyond = this.#judge.committed(this.#document).beyond(Y.decodeStateVector(bytes));
    if (beyond !== null) {
      this.#judge.fail('I4', `${this.#who} may write where ${beyond}, which is on disk, is not`);
    }
  }

  #checkMessage(message: Extension): void {
    if (message.type !== 'saved') return;
    if (!this.#mayWrite) this.#judge.fail('I6', `${this.#who} only reads and is told SAVED`);
    const committed = this.#judge.committed(this.#document);
    const isCovered = ({ n }: { readonly n: number }): boolean => n <= message.n;
    for (const update of this.#barriers.filter(isCovered).flatMap(({ updates }) => updates)) {
      const lacks = committed.lacks(update);
      if (lacks === null) continue;
      this.#judge.fail('I1', `${this.#who} is told SAVED ${message.n} without the ${lacks}`);
    }
    this.#barriers = this.#barriers.filter((barrier) => !isCovered(barrier));
  }
}
