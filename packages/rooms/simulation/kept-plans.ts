import { readFileSync, writeFileSync } from 'node:fs';

import type { Plan } from './plan.ts';

/** A plan that once broke a rule. */
export interface KeptPlan {
  /** What it broke, and how. */
  readonly found: string;
  /** The planted bug it was found with; null if the bug was a real one. */
  readonly plant: string | null;
  readonly plan: Plan;
}

const file = new URL('./kept-plans.json', import.meta.url);

/** Every plan that was kept, oldest first. */
export const readKeptPlans = (): readonly KeptPlan[] =>
  JSON.parse(readFileSync(file, 'utf8')) as readonly KeptPlan[];

/** Keeps one more, so that every later run begins with it. */
export function keepPlan(plan: KeptPlan): void {
  writeFileSync(file, `${JSON.stringify([...readKeptPlans(), plan], null, 2)}\n`);
}
