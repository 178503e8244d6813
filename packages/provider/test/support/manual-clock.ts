import type { Clock } from '../../src/clock.ts';

interface Appointment {
  readonly at: number;
  readonly act: () => void;
}

/** A clock that stands still until it is told to move. */
export class ManualClock implements Clock {
  #now = 1_700_000_000_000;
  readonly #appointments = new Set<Appointment>();

  now(): number {
    return this.#now;
  }

  after(ms: number, act: () => void): () => void {
    const appointment = { at: this.#now + ms, act };
    this.#appointments.add(appointment);
    return () => void this.#appointments.delete(appointment);
  }

  /** Keeps all appointments of the next `ms`, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#appointments].filter(({ at }) => at <= end);
      const [first] = due.toSorted((a, b) => a.at - b.at);
      if (first === undefined) break;
      this.#appointments.delete(first);
      this.#now = Math.max(this.#now, first.at);
      first.act();
    }
    this.#now = end;
  }
}
