import { mergeAll } from './merge.ts';

interface OwnUpdate {
  readonly update: Uint8Array;
  /** See `Outbox`. */
  readonly position: number;
}

/** Bytes: with more to say than this, telling the server all we have is no worse. */
const MOST = 256 * 1024;

/**
 * Where the next line may go on, and everything on this page that may not be on the server's disk: then
 * nothing else has to be said, and only what came later has to be heard. The rules are those of
 * `Extension` in `@indelible/protocol`; without a doubt about them, there is no place.
 */
export class ResumePoint {
  #place: string | null = null;
  /** What the server has shown on this line may not be on its disk, and is not all in here. */
  #doubtsShown = true;
  /** The same for what this page has said. */
  #doubtsSaid = true;
  /** The server's step 2 has come: from now on everything that is shown is news. */
  #isSynced = false;
  /** A place has come on this line. */
  #isPlaced = false;
  /** Answered by SAVED, all that was said before it is on disk. */
  #barrier: number | null = null;
  #own: readonly OwnUpdate[] = [];
  /** Shown on earlier lines … */
  #carried: readonly Uint8Array[] = [];
  /** … on this one before the last place, and after it. */
  #older: readonly Uint8Array[] = [];
  #newer: readonly Uint8Array[] = [];
  #bytes = 0;

  /** What to present to the server; null if it has to be told everything. */
  get place(): string | null {
    return this.#doubtsShown || this.#doubtsSaid ? null : this.#place;
  }

  /** All that may not be on the server's disk, as one update; null if there is nothing. */
  beyond(): Uint8Array | null {
    const own = this.#own.map(({ update }) => update);
    return mergeAll([...this.#carried, ...this.#older, ...this.#newer, ...own]);
  }

  /** A new line goes on from the place. */
  resume(): void {
    this.#carried = [...this.#carried, ...this.#older, ...this.#newer];
    this.#beginLine();
    this.#isSynced = true;
  }

  /**
   * A new line begins with everything.
   *
   * @param isAsked false for a reader, who need not say what it has.
   */
  restart(isAsked: boolean): void {
    this.#beginLine();
    this.#carried = [];
    this.#place = null;
    this.#doubtsShown = true;
    this.#doubtsSaid = isAsked;
    this.#isSynced = false;
    this.#measure();
  }

  synced(): void {
    this.#isSynced = true;
  }

  /** An own update. */
  made(update: Uint8Array, position: number): void {
    this.#own = [...this.#own, { update, position }];
    this.#grow(update);
  }

  /** Somebody else's. */
  shown(update: Uint8Array): void {
    if (!this.#isSynced) return;
    // A view into a frame.
    this.#newer = [...this.#newer, update.slice()];
    this.#grow(update);
  }

  /** Everything that the server may lack was said on this line before barrier n. */
  said(n: number): void {
    this.#barrier = n;
  }

  /** @param acknowledged the last own update that is on the server's disk. */
  saved(n: number, acknowledged: number): void {
    this.#own = this.#own.filter(({ position }) => position > acknowledged);
    if (this.#barrier !== null && n >= this.#barrier) {
      this.#barrier = null;
      this.#doubtsSaid = false;
      this.#carried = [];
    }
    this.#measure();
  }

  /** Through `place` everything was shown; if `clean`, all that was shown is on disk. */
  placed(place: string, clean: boolean): void {
    if (!this.#isSynced) return;
    // What was shown before one place is on disk when the next one comes, or even when this one does.
    if (clean || this.#isPlaced) this.#doubtsShown = false;
    this.#isPlaced = true;
    this.#place = place;
    this.#older = clean ? [] : this.#newer;
    this.#newer = [];
    this.#measure();
  }

  /** Nothing is known any more, until a line has begun with everything. */
  forget(): void {
    this.#own = [];
    this.restart(true);
  }

  #beginLine(): void {
    this.#older = [];
    this.#newer = [];
    this.#isPlaced = false;
    this.#barrier = null;
  }

  #grow({ length }: Uint8Array): void {
    this.#bytes += length;
    if (this.#bytes > MOST) this.forget();
  }

  #measure(): void {
    const own = this.#own.map(({ update }) => update);
    const all = [...this.#carried, ...this.#older, ...this.#newer, ...own];
    this.#bytes = all.reduce((sum, { length }) => sum + length, 0);
  }
}
