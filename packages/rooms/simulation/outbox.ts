interface Barrier {
  readonly n: number;
  readonly through: number;
}

const MAX_BARRIERS = 8;

/** What has become of a peer's own updates, as positions in their order; never a flag. */
export class Outbox {
  made = 0;
  /** In the local copy, through … */
  kept = 0;
  /** Sent on the present line, or covered by its step 2, through … */
  sent = 0;
  acknowledged = 0;
  #asked = 0;
  #lastBarrier = 0;
  #barriers: Barrier[] = [];

  get isClean(): boolean {
    return this.made === this.acknowledged;
  }

  /** The next barrier, if there is something to ask for, or whatever there is if `always`. */
  nextBarrier(always: boolean): number | null {
    if (this.#barriers.length >= MAX_BARRIERS) return null;
    if (!always && this.sent <= Math.max(this.#asked, this.acknowledged)) return null;
    this.#asked = this.sent;
    this.#lastBarrier += 1;
    this.#barriers.push({ n: this.#lastBarrier, through: this.sent });
    return this.#lastBarrier;
  }

  acknowledge(n: number): void {
    const covered = this.#barriers.findLast((barrier) => barrier.n <= n);
    if (covered === undefined) return;
    this.#barriers = this.#barriers.filter((barrier) => barrier.n > n);
    this.acknowledged = Math.max(this.acknowledged, covered.through);
  }

  /** The line is gone, and with it the meaning of what was sent and not acknowledged. */
  loseLine(): void {
    this.sent = this.acknowledged;
    this.#asked = this.acknowledged;
    this.#barriers = [];
  }
}
