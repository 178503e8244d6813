import type { Clock } from '../src/clock.ts';

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until it is told. */
export class ManualClock implements Clock {
  #now = 1_000_000;
  readonly #tasks = new Set<Task>();

  now(): number {
    return this.#now;
  }

  after(delay: number, run: () => void): () => void {
    const task = { at: this.#now + delay, run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  /** Time goes by in which nothing runs, as on a machine that sleeps; all that is late runs afterwards. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Runs everything that falls due, in order, letting promises settle after each. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settled();
      const [next] = [...this.#tasks].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#tasks.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
    await settled();
  }
}

/** Waits until every promise that can go on without the outside has done so. */
export const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
