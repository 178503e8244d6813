/**
 * `npx -y pnpm sim [--seeds 2000] [--from 1] [--seed S] [--plant NAME] [--trace] [--keep]`: runs seeds until
 * one breaks a rule, and shows how in as few steps as possible. `--keep` adds those steps to what every
 * later run begins with; `--plant` puts a known bug in, to see it found.
 */
import { parseArgs } from 'node:util';

import { keepPlan, readKeptPlans } from './kept-plans.ts';
import { planOf } from './planner.ts';
import type { Plant } from './plant.ts';
import { plants } from './plants.ts';
import { search, shrinkFinding, type Finding } from './search.ts';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    plant: { type: 'string' },
    trace: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

function plantNamed(name: string | undefined): Plant | null {
  if (name === undefined) return null;
  const found = Object.entries(plants).find(([known]) => known === name);
  if (found === undefined) throw new Error(`--plant is one of ${Object.keys(plants).join(', ')}`);
  return found[1];
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} is a whole number`);
  return value;
}

async function searchKept(): Promise<Finding | null> {
  for (const { plan } of readKeptPlans()) {
    const { violation } = await simulate(plan);
    if (violation !== null) return { plan, violation };
  }
  return null;
}

async function show(finding: Finding, plant: Plant | null): Promise<void> {
  const { seed } = finding.plan;
  const { rule, message } = finding.violation;
  console.log(`\nseed ${seed} breaks ${rule}: ${message}`);
  const { plan, outcome } = await shrinkFinding(finding, plant);
  console.log(`\n${plan.steps.length} of its ${finding.plan.steps.length} steps are enough:`);
  console.log(JSON.stringify({ ...plan, steps: undefined }));
  for (const step of plan.steps) console.log(`  ${JSON.stringify(step)}`);
  console.log(`→ ${outcome.violation?.rule}: ${outcome.violation?.message}`);
  if (values.trace) console.log(`\n${outcome.trace.join('\n')}`);
  console.log(`\nagain: npx -y pnpm sim --seed ${seed}${plantOption()} --trace`);
  if (!values.keep) return;
  keepPlan({ found: `${rule}: ${message}`, plant: values.plant ?? null, plan });
  console.log('kept in packages/rooms/simulation/kept-plans.json');
}

const plantOption = (): string => (values.plant === undefined ? '' : ` --plant ${values.plant}`);

async function main(): Promise<boolean> {
  const plant = plantNamed(values.plant);
  const from = wholeNumber('from', values.seed ?? values.from);
  const count = values.seed === undefined ? wholeNumber('seeds', values.seeds) : 1;
  const began = performance.now();
  const again = values.seed === undefined && plant === null ? await searchKept() : null;
  const finding = again ?? (await search(from, count, plant));
  const seconds = (performance.now() - began) / 1_000;
  const ran = again !== null ? 1 : finding === null ? count : finding.plan.seed - from + 1;
  const pace = `${ran} seeds in ${seconds.toFixed(1)} s, ${(ran / seconds).toFixed(0)} a second`;
  if (finding !== null) await show(finding, plant);
  else if (values.trace) console.log((await simulate(planOf(from), plant)).trace.join('\n'));
  console.log(finding === null ? `${pace}: every rule was kept` : pace);
  return finding === null;
}

process.exitCode = (await main()) ? 0 : 1;
