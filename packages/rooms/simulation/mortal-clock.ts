import type { Clock } from '../src/clock.ts';

/** The clock of a process: when that dies, nothing it waited for happens any more. */
export class MortalClock implements Clock {
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  #isDead = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many tasks wait for their time. */
  get waiting(): number {
    return this.#waiting.size;
  }

  now(): number {
    return this.#clock.now();
  }

  after(delay: number, task: () => void): () => void {
    if (this.#isDead) return () => {};
    const stop = this.#clock.after(delay, () => {
      this.#waiting.delete(cancel);
      task();
    });
    const cancel = (): void => {
      this.#waiting.delete(cancel);
      stop();
    };
    this.#waiting.add(cancel);
    return cancel;
  }

  die(): void {
    this.#isDead = true;
    for (const cancel of this.#waiting) cancel();
  }
}

/** Waits on a clock; if that dies, for ever. */
export const pause = (clock: Clock, milliseconds: number): Promise<void> =>
  new Promise((resolve) => void clock.after(milliseconds, resolve));
