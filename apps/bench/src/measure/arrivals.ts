import type { ClockRun } from '../wire/struct-runs.ts';
import type { Latencies } from './latencies.ts';

/**
 * The letters of one room: when each was sent, and who has it. Authors and receivers are the same
 * people; the one with index i is Yjs client `firstClient + i`.
 */
export class Arrivals {
  readonly #people: number;
  readonly #firstClient: number;
  /** By author, when each of their letters was sent. */
  readonly #sentAt: number[][];
  /** By receiver and author, the clock that comes next. */
  readonly #next: Int32Array;
  #lost = 0;
  #repeated = 0;

  constructor(people: number, firstClient: number) {
    this.#people = people;
    this.#firstClient = firstClient;
    this.#sentAt = Array.from({ length: people }, () => []);
    this.#next = new Int32Array(people * people);
  }

  /** Letters sent so far. */
  get sent(): number {
    return this.#sentAt.reduce((sum, { length }) => sum + length, 0);
  }

  /** How often a letter came again to somebody who had it. */
  get repeated(): number {
    return this.#repeated;
  }

  /** Takes down a letter; the author's first is clock 0. */
  send(author: number, at: number): void {
    this.#sentAt[author]?.push(at);
  }

  /**
   * Takes down what somebody got.
   *
   * @param latencies where to enter how long each letter took, or null.
   */
  receive(
    receiver: number,
    runs: readonly ClockRun[],
    at: number,
    latencies: Latencies | null,
  ): void {
    for (const { client, clock, length } of runs) {
      const author = client - this.#firstClient;
      const sentAt = this.#sentAt[author];
      if (author === receiver || sentAt === undefined) continue;
      const slot = receiver * this.#people + author;
      const next = this.#next[slot] ?? 0;
      // Each author's letters come in order, or somebody would see them in another.
      if (clock > next) this.#lost += clock - next;
      if (clock < next) this.#repeated += Math.min(next, clock + length) - clock;
      for (let n = Math.max(clock, next); n < clock + length; n++) {
        latencies?.add(at - (sentAt[n] ?? NaN));
      }
      this.#next[slot] = Math.max(next, clock + length);
    }
  }

  /** How many letters somebody lacks still, or got only after later ones of the same author. */
  missing(): number {
    let missing = this.#lost;
    for (let receiver = 0; receiver < this.#people; receiver++) {
      for (const [author, { length }] of this.#sentAt.entries()) {
        if (author === receiver) continue;
        missing += length - (this.#next[receiver * this.#people + author] ?? 0);
      }
    }
    return missing;
  }
}
