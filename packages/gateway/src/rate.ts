/** Seconds: somebody who was quiet may send this much worth at once. */
const BURST = 10;

/**
 * So much a second on the long run, with bursts of ten seconds' worth. A single piece may be larger than
 * that; what comes after it waits until it is worked off.
 */
export class Rate {
  readonly #perSecond: number;
  #owed = 0;
  #at = 0;

  /** @param perSecond 0 for no limit. */
  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** @returns false if it is too much. */
  take(cost: number, now: number): boolean {
    if (this.#perSecond === 0) return true;
    // A clock that was set back lets nothing drain for a moment, which the burst makes up for.
    const drained = (Math.max(0, now - this.#at) / 1_000) * this.#perSecond;
    this.#owed = Math.max(0, this.#owed - drained);
    this.#at = now;
    if (this.#owed >= this.#perSecond * BURST) return false;
    this.#owed += cost;
    return true;
  }
}
