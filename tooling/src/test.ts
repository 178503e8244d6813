/**
 * What `npx -y pnpm test` runs: every check there is, to the end, even after one has failed.
 * With names behind it (`npx -y pnpm test lint unit`) only those steps.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { BROWSER, NO_BROWSER, provideBrowser } from './browser.ts';
import { closingLines, outcomeLines, type Outcome } from './report.ts';
import { run, type Finished } from './run.ts';
import { root } from './source-files.ts';
import { concludeTally, readTally, sumTallies, TALLY_FILE, type Tally } from './tally.ts';

interface Step {
  readonly name: string;
  run(signal: AbortSignal): Promise<Outcome>;
}

const MINUTE = 60_000;

const asCheck = ({ exitCode }: Finished): Tally => ({
  passed: exitCode === 0 ? 1 : 0,
  failed: exitCode === 0 ? 0 : 1,
  skipped: [],
});

/** A step that passes or fails as a whole. */
const check = (name: string, line: string): Step => ({
  name,
  async run(signal) {
    const finished = await run({ line, limitMs: 5 * MINUTE }, signal);
    return { name, tally: asCheck(finished), ...finished };
  },
});

/** A step of many tests, whose reporter leaves their number in a file. */
const suite = (name: string, line: string, folder: string, limitMs: number): Step => ({
  name,
  async run(signal) {
    const place = mkdtempSync(join(tmpdir(), 'indelible-test-'));
    const file = join(place, 'tally.json');
    const finished = await run({ line, folder, limitMs, env: { [TALLY_FILE]: file } }, signal);
    const tally = concludeTally(readTally(file), finished.exitCode);
    rmSync(place, { recursive: true });
    return { name, tally, ...finished };
  },
});

/** Without a browser its tests are skipped with the reason; where nobody reads that, it is a failure. */
const browser: Step = {
  name: 'browser',
  async run(signal) {
    const began = performance.now();
    const found = await provideBrowser(signal);
    if ('path' in found) process.env[BROWSER] = found.path;
    else process.env[NO_BROWSER] = found.problem;
    const bad = 'problem' in found && process.env['CI'] !== undefined;
    return {
      name: 'browser',
      tally: { passed: bad ? 0 : 1, failed: bad ? 1 : 0, skipped: [] },
      ms: performance.now() - began,
      output: 'path' in found ? found.path : found.problem,
    };
  },
};

/** The line behind a script of the root's package.json, so that both run the same. */
function script(name: string): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const { scripts } = JSON.parse(text) as { readonly scripts: Readonly<Record<string, string>> };
  const line = scripts[name];
  if (line === undefined) throw new Error(`package.json has no script "${name}"`);
  return line;
}

const reporter = (name: string): string => join(root, 'tooling/src', name);

/**
 * Stages follow one another, and the lanes of a stage run side by side: the build and the browser
 * wait for disk and network while the static checks compute. Tests with real processes and real
 * disks get both cores for themselves.
 */
const stages: readonly (readonly (readonly Step[])[])[] = [
  [
    [check('build', 'turbo run build --filter=@indelible/web'), browser],
    [
      check('format', 'oxfmt --check .'),
      check('lint', script('lint')),
      check('types', script('types')),
      check('unused code', 'knip'),
    ],
  ],
  [
    [
      suite(
        'unit',
        `vitest run --reporter=default --reporter=${reporter('unit-reporter.ts')}`,
        '.',
        15 * MINUTE,
      ),
    ],
  ],
  [
    [
      suite(
        'e2e',
        `playwright test --reporter=list,${reporter('browser-reporter.ts')}`,
        'e2e',
        30 * MINUTE,
      ),
    ],
  ],
];

async function main(wanted: readonly string[], signal: AbortSignal): Promise<number> {
  const began = performance.now();
  const outcomes: Outcome[] = [];
  const runLane = async (lane: readonly Step[]): Promise<void> => {
    for (const step of lane) {
      if (signal.aborted) return;
      if (wanted.length > 0 && !wanted.includes(step.name)) continue;
      const outcome = await step.run(signal);
      outcomes.push(outcome);
      console.log(outcomeLines(outcome));
    }
  };
  console.log(`Indelible, Node ${process.versions.node}, ${availableParallelism()} cores\n`);
  for (const stage of stages) await Promise.all(stage.map(runLane));

  const total = sumTallies(outcomes.map(({ tally }) => tally));
  console.log(closingLines(outcomes, total, performance.now() - began));
  return total.failed === 0 && total.passed > 0 && !signal.aborted ? 0 : 1;
}

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
process.exitCode = await main(process.argv.slice(2), interrupted.signal);
