import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Result } from '../workloads/workload.ts';

/** What one server did in one workload. */
export interface Measured extends Result {
  readonly workload: string;
  readonly server: string;
  /** When, and on what. */
  readonly at: string;
  readonly machine: string;
}

/** One measurement a line, so that a new one changes one line. */
const FILE = fileURLToPath(new URL('../../results.jsonl', import.meta.url));

/** The results that were kept, none if there are none. */
function readResults(): Measured[] {
  if (!existsSync(FILE)) return [];
  const lines = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Measured);
}

/** Keeps results in place of earlier ones of the same server and workload. @returns all there are now. */
export function keepResults(news: readonly Measured[]): readonly Measured[] {
  const byKey = new Map([...readResults(), ...news].map((result) => [keyOf(result), result]));
  const all = [...byKey.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  writeFileSync(FILE, all.map((result) => `${JSON.stringify(result)}\n`).join(''));
  return all;
}

/** The one of a server in a workload, if there is one. */
export const findResult = (
  results: readonly Measured[],
  workload: string,
  server: string,
): Measured | undefined =>
  results.find((result) => result.workload === workload && result.server === server);

const keyOf = ({ workload, server }: Measured): string => `${workload} ${server}`;
