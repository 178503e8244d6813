import { readStructRuns, type ClockRun } from './struct-runs.ts';

/** Bytes: shorter updates are parsed as fast as they are found. */
const WORTH_KEEPING = 200;
const MOST_KEPT = 4;

interface Kept {
  readonly update: Buffer;
  readonly runs: readonly ClockRun[];
}

/** Parses an update once that a server sends to everybody in a room. */
export class RunCache {
  #kept: Kept[] = [];

  of(update: Uint8Array): readonly ClockRun[] {
    if (update.length < WORTH_KEEPING) return readStructRuns(update);
    const known = this.#kept.find((kept) => kept.update.equals(update));
    if (known !== undefined) return known.runs;
    const runs = readStructRuns(update);
    this.#kept = [{ update: Buffer.from(update), runs }, ...this.#kept].slice(0, MOST_KEPT);
    return runs;
  }
}
