/**
 * Adaptive coalescing: what comes after a pause is let through at once, what follows within the interval
 * waits for its end and goes together.
 */
export class Pace {
  #last = -Infinity;
  /** Milliseconds after the last time until which everything waits. */
  #interval = 0;
  #dueAt: number | null = null;

  /** When the waiting work is due, or null if none waits. */
  get dueAt(): number | null {
    return this.#dueAt;
  }

  /** @returns true if the work may be done at once; otherwise it is due at `dueAt`. */
  ask(now: number): boolean {
    if (this.#isOver(now)) return true;
    this.#dueAt = this.#last + this.#interval;
    return false;
  }

  /** There is more to do once the interval is over. */
  again(): void {
    this.#dueAt = this.#last + this.#interval;
  }

  isDue(now: number): boolean {
    return this.#dueAt !== null && this.#isOver(now);
  }

  /** @param interval milliseconds until there may be more. */
  done(now: number, interval: number): void {
    this.#last = now;
    this.#interval = interval;
    this.#dueAt = null;
  }

  /** A clock that was set back must not hold anything up. */
  #isOver(now: number): boolean {
    return now >= this.#last + this.#interval || now < this.#last;
  }
}
