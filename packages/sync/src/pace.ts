/**
 * Adaptive coalescing: what comes after a pause is let through at once, what follows within `every`
 * milliseconds waits for the end of that time and goes together.
 */
export class Pace {
  readonly #every: number;
  #last = -Infinity;
  #dueAt: number | null = null;

  constructor(every: number) {
    this.#every = every;
  }

  /** When the waiting work is due, or null if none waits. */
  get dueAt(): number | null {
    return this.#dueAt;
  }

  /** @returns true if the work may be done at once; otherwise it is due at `dueAt`. */
  ask(now: number): boolean {
    if (this.#isOver(now)) return true;
    this.#dueAt = this.#last + this.#every;
    return false;
  }

  isDue(now: number): boolean {
    return this.#dueAt !== null && this.#isOver(now);
  }

  done(now: number): void {
    this.#last = now;
    this.#dueAt = null;
  }

  /** A clock that was set back must not hold anything up. */
  #isOver(now: number): boolean {
    return now >= this.#last + this.#every || now < this.#last;
  }
}
