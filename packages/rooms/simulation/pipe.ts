import type { Clock } from '../src/clock.ts';

/** One direction of a line: everything takes a while, and nothing overtakes what went before. */
export class Pipe {
  readonly #clock: Clock;
  readonly #latency: () => number;
  #last = 0;
  #isBroken = false;
  #inside = 0;

  constructor(clock: Clock, latency: () => number) {
    this.#clock = clock;
    this.#latency = latency;
  }

  /** How much is on its way. */
  get inside(): number {
    return this.#isBroken ? 0 : this.#inside;
  }

  put(arrive: () => void): void {
    if (this.#isBroken) return;
    this.#last = Math.max(this.#last, this.#clock.now() + this.#latency());
    this.#inside += 1;
    this.#clock.after(this.#last - this.#clock.now(), () => {
      this.#inside -= 1;
      if (!this.#isBroken) arrive();
    });
  }

  /** What is inside is lost, and so is what comes. */
  break(): void {
    this.#isBroken = true;
  }
}
