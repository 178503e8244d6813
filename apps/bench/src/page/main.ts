/** `pnpm bench:page [workload …] [--seconds n] [--write]`: what the page costs in a real Chromium. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { findResult, keepResults, type Measured } from '../report/results.ts';
import { renderTable, replaceBetween, type Row } from '../report/table.ts';
import { RunningServer } from '../servers/running-server.ts';
import { product } from './product.ts';
import { type PageWorkload, pageWorkloads } from './workloads.ts';

const README = fileURLToPath(new URL('../../../../README.md', import.meta.url));
const MARKER = 'page-bench';
const SERVER = 'page';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '20' },
    write: { type: 'boolean', default: false },
  },
});

const chosen = pageWorkloads.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
);
if (chosen.length < positionals.length) {
  const names = pageWorkloads.map(({ name }) => name).join(' ');
  console.error(`pnpm bench:page [workload …] [--seconds n] [--write]\n  workloads: ${names}`);
  process.exit(2);
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${platform()} ${release()}, Chromium without a graphics card`;
const results: Measured[] = [];
for (const workload of chosen) results.push(await measured(workload));
if (values.write) write(keepResults(results));

async function measured(workload: PageWorkload): Promise<Measured> {
  await using server = await RunningServer.start(product, { isPinned: false, isUrgent: false });
  const result = await workload.measure(server, Number(values.seconds));
  console.log(`${workload.title}: ${result.cell} (goal ${workload.goal})`);
  return {
    workload: workload.name,
    server: SERVER,
    ...result,
    at: new Date().toISOString(),
    machine,
  };
}

function write(all: readonly Measured[]): void {
  const rows = pageWorkloads.flatMap(({ name, title, goal }): Row[] => {
    const found = findResult(all, name, SERVER);
    return found === undefined ? [] : [{ title, goal, cells: new Map([[SERVER, found.cell]]) }];
  });
  const table = renderTable([{ name: SERVER, title: 'measured' }], rows);
  const text = `${table}\n\nMeasured on: ${machine}.`;
  writeFileSync(README, replaceBetween(readFileSync(README, 'utf8'), MARKER, text));
}
