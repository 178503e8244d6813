import * as Y from 'yjs';

import type { Clock } from '../src/clock.ts';

interface Kept {
  readonly update: Uint8Array;
  /** Its place among the peer's own updates; null if it came from the server. */
  readonly own: number | null;
}

/** What a browser has on its own disk: written in order, a moment after it was asked for. */
export class LocalCopy {
  readonly #clock: Clock;
  readonly #delay: () => number;
  #updates: Kept[] = [];
  #lastAt = 0;
  #visit = 0;
  /** The document's epoch when the copy was made; null if the server has not told of one. */
  epoch: string | null = null;

  constructor(clock: Clock, delay: () => number) {
    this.#clock = clock;
    this.#delay = delay;
  }

  keep(kept: Kept, onKept: () => void): void {
    const visit = this.#visit;
    this.#lastAt = Math.max(this.#lastAt, this.#clock.now() + this.#delay());
    this.#clock.after(this.#lastAt - this.#clock.now(), () => {
      if (visit !== this.#visit) return;
      this.#updates.push(kept);
      onKept();
    });
  }

  /**
   * The page is opened again: what had not been written is gone.
   *
   * @returns true if there is own work that the server has not acknowledged through `acknowledged`.
   */
  load(into: Y.Doc, acknowledged: number): boolean {
    this.#visit += 1;
    const isUnsaved = this.#updates.some(({ own }) => own !== null && own > acknowledged);
    for (const { update } of this.#updates) Y.applyUpdate(into, update, this);
    // In the next visit, positions begin anew; what is unsaved is its first.
    this.#updates = this.#updates.map(({ update, own }) => ({
      update,
      own: own !== null && own > acknowledged ? 1 : null,
    }));
    return isUnsaved;
  }

  clear(): void {
    this.#visit += 1;
    this.#updates = [];
    this.epoch = null;
  }
}
