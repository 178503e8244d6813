/**
 * `npx -y pnpm fuzz [frames] [--seed n]`: sends hostile frames to a sync server, a million if nothing is
 * said. Each seed is a thousand frames into a room of its own; `--seed n` runs that one, or begins with
 * it if a number of frames is given.
 */
import { parseArgs } from 'node:util';

import { assault, type AssaultReport } from './assault.ts';

/** Megabytes. What the server may have at most, however many frames there are. */
const MOST_MEMORY = 1_024;

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' } },
  allowPositionals: true,
});

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${name} is a whole number`);
  return value;
}

function show({ frames, seeds, closes, peak }: AssaultReport, seconds: number): void {
  const byCode = [...closes].toSorted(([a], [b]) => a - b);
  console.log(`${frames} hostile frames in ${seeds} rooms, ${seconds.toFixed(0)} s`);
  console.log(`thrown out: ${byCode.map(([code, count]) => `${count} × ${code}`).join(', ')}`);
  console.log(`memory of the server: at most ${peak === null ? '?' : peak.toFixed(0)} MB`);
}

async function main(): Promise<boolean> {
  const usual = values.seed === undefined ? '1000000' : '1';
  const began = performance.now();
  const report = await assault({
    frames: wholeNumber('frames', positionals[0] ?? usual),
    firstSeed: wholeNumber('--seed', values.seed ?? '1'),
    onSeed: (done) => process.stdout.isTTY && process.stdout.write(`\r${done} rooms `),
  });
  show(report, (performance.now() - began) / 1_000);
  if (report.failure !== null) {
    const { seed, reason } = report.failure;
    console.log(`\nseed ${seed}: ${reason}\n\nagain: npx -y pnpm fuzz --seed ${seed}`);
    return false;
  }
  const isBounded = (report.peak ?? 0) <= MOST_MEMORY;
  console.log(isBounded ? 'nobody else was disturbed' : `that is more than ${MOST_MEMORY} MB`);
  return isBounded;
}

process.exitCode = (await main()) ? 0 : 1;
