/** Milliseconds per bucket. */
const STEP = 0.1;
/** Milliseconds; longer ones count as this long. */
const LONGEST = 60_000;

/** Many durations in little memory, exact to a tenth of a millisecond. */
export class Latencies {
  readonly #buckets = new Uint32Array(LONGEST / STEP + 1);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param ms a duration in milliseconds. */
  add(ms: number): void {
    const bucket = Math.min(this.#buckets.length - 1, Math.max(0, Math.round(ms / STEP)));
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    this.#count += 1;
  }

  /**
   * The duration in milliseconds that this share of all did not exceed; NaN if there are none.
   *
   * @param share from 0 to 1.
   */
  percentile(share: number): number {
    if (this.#count === 0) return NaN;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    let seen = 0;
    const bucket = this.#buckets.findIndex((some) => (seen += some) >= rank);
    return bucket * STEP;
  }
}

/** The one in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? NaN : (lower + upper) / 2;
}
