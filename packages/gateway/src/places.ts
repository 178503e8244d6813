/** So many at once for each of some names. */
export class Places {
  readonly #most: number;
  readonly #taken = new Map<string, number>();

  /** @param most 0 for no limit. */
  constructor(most: number) {
    this.#most = most;
  }

  /** @returns a function that gives the place back, or null if there is none left. */
  take(name: string): (() => void) | null {
    if (this.#most === 0 || name === '') return () => {};
    const taken = this.#taken.get(name) ?? 0;
    if (taken >= this.#most) return null;
    this.#taken.set(name, taken + 1);
    return () => this.#giveBack(name);
  }

  #giveBack(name: string): void {
    const left = (this.#taken.get(name) ?? 0) - 1;
    if (left > 0) this.#taken.set(name, left);
    else this.#taken.delete(name);
  }
}
