import { ClockSet } from './clock-set.ts';
import type { StateVector } from './state-vector.ts';
import type { UpdateMeta } from './update-scan.ts';

/**
 * True if nothing is missing before or between the rows. They may be out of causal order, as there is one
 * for each author of a commit, but all together they must fit.
 */
export function isComplete(base: StateVector, rows: readonly UpdateMeta[]): boolean {
  const there = new ClockSet();
  for (const [client, clock] of base) there.add({ client, clock: 0, length: clock });
  for (const { structs } of rows) for (const run of structs) there.add(run);
  const hasAll = (clocks: ReadonlyMap<number, number>): boolean =>
    [...clocks].every(([client, clock]) => there.has({ client, clock: 0, length: clock }));
  return rows.every(({ after, refers }) => hasAll(after) && hasAll(refers));
}
