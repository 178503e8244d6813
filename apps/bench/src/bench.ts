import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release } from 'node:os';
import { fileURLToPath } from 'node:url';

import { takeCores, type Cores } from './measure/cores.ts';
import type { Options } from './options.ts';
import { drawGrowth } from './report/growth-picture.ts';
import { keepResults, type Measured } from './report/results.ts';
import { renderTable, replaceBetween, type Row } from './report/table.ts';
import { serverKinds } from './servers/kinds.ts';
import type { ServerKind } from './servers/server-kind.ts';
import { workloads } from './workloads/all.ts';
import { nothing, type Result, type Workload } from './workloads/workload.ts';

const README = fileURLToPath(new URL('../../../README.md', import.meta.url));
const PICTURE = fileURLToPath(new URL('../../../docs/growth.svg', import.meta.url));
const MARKER = 'bench';

/** Measures what is asked for, prints it as a table, and keeps it if that is asked for. */
export async function bench(options: Options): Promise<void> {
  const cores = takeCores(options.urgent);
  const machine = describeMachine(cores);
  console.log(`${machine}; load ${loadavg()[0]?.toFixed(1)}`);
  const problems = await installAll(options.kinds);
  const results: Measured[] = [];
  for (const workload of options.workloads) {
    for (const kind of options.kinds) {
      const { seconds } = options;
      const problem = problems.get(kind.name);
      const result =
        problem === undefined
          ? await measure(workload, { kind, cores, seconds })
          : nothing(`not installed: ${problem}`);
      const at = new Date().toISOString();
      results.push({ workload: workload.name, server: kind.name, ...result, at, machine });
      console.log(`${workload.name} · ${kind.name}: ${result.cell}`);
      console.log(`  ${JSON.stringify(result.figures)}`);
    }
  }
  console.log(`\n${render(results)}`);
  if (options.write) write(results);
}

async function installAll(kinds: readonly ServerKind[]): Promise<Map<string, string>> {
  const problems = new Map<string, string>();
  for (const kind of kinds) {
    try {
      await kind.install();
    } catch (error) {
      problems.set(kind.name, messageOf(error));
    }
  }
  return problems;
}

/** What can't be measured is said in the table; the others go on. */
async function measure(
  workload: Workload,
  run: Parameters<Workload['measure']>[0],
): Promise<Result> {
  try {
    return await workload.measure(run);
  } catch (error) {
    return nothing(`failed: ${messageOf(error)}`);
  }
}

function render(results: readonly Measured[]): string {
  const rows = workloads.flatMap(({ name, title, goal }): Row[] => {
    const cells = new Map(
      results.flatMap(({ workload, server, cell }) =>
        workload === name ? [[server, cell] as const] : [],
      ),
    );
    return cells.size === 0 ? [] : [{ title, goal, cells }];
  });
  return renderTable(serverKinds, rows);
}

/** What was not measured this time stays as it was. */
function write(news: readonly Measured[]): void {
  const results = keepResults(news);
  const machines = new Set(results.map(({ machine }) => machine));
  const readme = readFileSync(README, 'utf8');
  const text = `${render(results)}\n\nMeasured on: ${[...machines].join('; ')}.`;
  writeFileSync(README, replaceBetween(readme, MARKER, text));
  writeFileSync(PICTURE, drawGrowth(results, serverKinds));
}

function describeMachine({ isPinned, isUrgent }: Cores): string {
  const where = isPinned ? 'server and generator pinned to a core each' : 'unpinned';
  const [cpu] = cpus();
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
    isUrgent ? `${where}, before everything else` : where,
  ].join(', ');
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
