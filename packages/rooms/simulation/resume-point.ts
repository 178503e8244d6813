import { mergeUpdates } from '@indelible/sync';

interface OwnUpdate {
  readonly update: Uint8Array;
  readonly number: number;
}

/**
 * Where a peer can go on on its next line, and all that it has and may not be on the server's disk. The
 * rules are those of `Extension` in `@indelible/protocol`.
 */
export class ResumePoint {
  #place: string | null = null;
  /** On this line: what the server has shown may not be on disk … */
  #mayLackShown = true;
  /** … nor what the peer has said. */
  #mayLackSaid = true;
  #isSynced = false;
  #isPlaced = false;
  #own: OwnUpdate[] = [];
  /** From earlier lines; before the last place of this line; after it. */
  #carried: Uint8Array[] = [];
  #older: Uint8Array[] = [];
  #newer: Uint8Array[] = [];
  #barrier: number | null = null;

  /** What to say in the URL. */
  get place(): string {
    return this.#mayLackShown || this.#mayLackSaid ? '' : (this.#place ?? '');
  }

  get beyond(): Uint8Array | null {
    const own = this.#own.map(({ update }) => update);
    const all = [...this.#carried, ...this.#older, ...this.#newer, ...own];
    return all.length === 0 ? null : mergeUpdates(all);
  }

  /** The server goes on from the place. */
  resumed(): void {
    this.#carried = [...this.#carried, ...this.#older, ...this.#newer];
    this.#begin();
    this.#isSynced = true;
  }

  /** The server begins anew. */
  restarted(mayWrite: boolean): void {
    this.#carried = [];
    this.#begin();
    this.#place = null;
    this.#mayLackShown = true;
    this.#mayLackSaid = mayWrite;
    this.#isSynced = false;
  }

  synced(): void {
    this.#isSynced = true;
  }

  made(update: Uint8Array, number: number): void {
    this.#own.push({ update, number });
  }

  shown(update: Uint8Array): void {
    if (this.#isSynced) this.#newer.push(update);
  }

  /** All that the server may lack has been said before this barrier. */
  said(barrier: number): void {
    this.#barrier = barrier;
  }

  saved(n: number, acknowledged: number): void {
    this.#own = this.#own.filter(({ number }) => number > acknowledged);
    if (this.#barrier === null || n < this.#barrier) return;
    this.#barrier = null;
    this.#mayLackSaid = false;
    this.#carried = [];
  }

  placed(place: string, clean: boolean): void {
    this.#place = place;
    if (clean || this.#isPlaced) this.#mayLackShown = false;
    this.#isPlaced = true;
    this.#older = clean ? [] : this.#newer;
    this.#newer = [];
  }

  #begin(): void {
    this.#older = [];
    this.#newer = [];
    this.#isPlaced = false;
    this.#barrier = null;
  }
}
