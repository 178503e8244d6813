import * as encoding from 'lib0/encoding';

import type { ClockRun } from './update-scan.ts';

/** Per client, runs of clocks as [start, end, start, end, …], sorted, disjoint and not touching. */
type Runs = number[];

/** A set of clocks per client that only grows: the delete set of a log. */
export class ClockSet {
  readonly #clients = new Map<number, Runs>();

  add({ client, clock, length }: ClockRun): void {
    if (length === 0) return;
    const runs = this.#clients.get(client);
    if (runs === undefined) this.#clients.set(client, [clock, clock + length]);
    else insert(runs, clock, clock + length);
  }

  has({ client, clock, length }: ClockRun): boolean {
    if (length === 0) return true;
    const runs = this.#clients.get(client);
    if (runs === undefined) return false;
    const index = lastStartAtOrBefore(runs, clock);
    const end = index < 0 ? undefined : runs[index + 1];
    return end !== undefined && end >= clock + length;
  }

  /** As a Yjs delete set of format V1. */
  encode(): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, this.#clients.size);
    for (const [client, runs] of [...this.#clients].toSorted(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, runs.length / 2);
      for (let i = 0; i < runs.length; i += 2) {
        const start = runs[i] ?? 0;
        encoding.writeVarUint(encoder, start);
        encoding.writeVarUint(encoder, (runs[i + 1] ?? start) - start);
      }
    }
    return encoding.toUint8Array(encoder);
  }
}

/** Encodes runs, in any order and overlapping or not, as a Yjs delete set of format V1. */
export function encodeDeleteSet(runs: Iterable<ClockRun>): Uint8Array {
  const set = new ClockSet();
  for (const run of runs) set.add(run);
  return set.encode();
}

/** Puts a run in, swallowing those it overlaps or touches. */
function insert(runs: Runs, start: number, end: number): void {
  const before = lastStartAtOrBefore(runs, start);
  const touchesBefore = before >= 0 && (runs[before + 1] ?? 0) >= start;
  const from = touchesBefore ? before : before < 0 ? 0 : before + 2;
  let to = from;
  let mergedStart = start;
  let mergedEnd = end;
  while (to < runs.length && (runs[to] ?? 0) <= end) {
    mergedStart = Math.min(mergedStart, runs[to] ?? mergedStart);
    mergedEnd = Math.max(mergedEnd, runs[to + 1] ?? mergedEnd);
    to += 2;
  }
  runs.splice(from, to - from, mergedStart, mergedEnd);
}

/** Index (even) of the last run that starts at or before `clock`, or -2 if there is none. */
function lastStartAtOrBefore(runs: Runs, clock: number): number {
  let low = 0;
  let high = runs.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle * 2] ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low * 2 - 2;
}
