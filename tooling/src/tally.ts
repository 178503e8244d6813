import { readFileSync, writeFileSync } from 'node:fs';

/** What became of a set of tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skip[];
}

export interface Skip {
  readonly title: string;
  readonly reason: string;
}

/** Names the file a test runner's reporter leaves its tally in. */
export const TALLY_FILE = 'INDELIBLE_TALLY_FILE';

/** Called by a reporter at the end; outside of `pnpm test` nobody asks, and nothing is written. */
export function leaveTally(tally: Tally): void {
  const path = process.env[TALLY_FILE];
  if (path !== undefined) writeFileSync(path, JSON.stringify(tally));
}

/**
 * Joins what a runner counted with how it ended. A runner that failed without a failed test (it
 * crashed, or never came to count) is one failure; so that nothing can fail unseen.
 */
export function concludeTally(counted: Tally | null, exitCode: number): Tally {
  const tally = counted ?? { passed: 0, failed: 0, skipped: [] };
  if (counted === null) return { ...tally, failed: 1 };
  if (exitCode !== 0 && tally.failed === 0) return { ...tally, failed: 1 };
  if (tally.passed + tally.failed === 0) return { ...tally, failed: 1 };
  return tally;
}

export const sumTallies = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  skipped: tallies.flatMap(({ skipped }) => skipped),
});

/** Reads a tally a reporter left; null if there is none or it is not one. */
export function readTally(path: string): Tally | null {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
  return isTally(value) ? value : null;
}

const isTally = (value: unknown): value is Tally =>
  typeof value === 'object' &&
  value !== null &&
  'passed' in value &&
  typeof value.passed === 'number' &&
  'failed' in value &&
  typeof value.failed === 'number' &&
  'skipped' in value &&
  Array.isArray(value.skipped);
