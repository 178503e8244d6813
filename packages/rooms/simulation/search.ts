import type { Plan } from './plan.ts';
import { planOf } from './planner.ts';
import type { Plant } from './plant.ts';
import { shrink } from './shrink.ts';
import { simulate, type Outcome } from './simulate.ts';
import type { Violation } from './violation.ts';

export interface Finding {
  readonly plan: Plan;
  readonly violation: Violation;
}

/** Runs seeds `from`, `from` + 1, … until a rule is broken; null if none of `count` breaks one. */
export async function search(
  from: number,
  count: number,
  plant: Plant | null = null,
): Promise<Finding | null> {
  for (let seed = from; seed < from + count; seed++) {
    const plan = planOf(seed);
    const { violation } = await simulate(plan, plant);
    if (violation !== null) return { plan, violation };
  }
  return null;
}

/** The same finding in as few steps as possible. */
export async function shrinkFinding(
  { plan, violation }: Finding,
  plant: Plant | null = null,
): Promise<{ readonly plan: Plan; readonly outcome: Outcome }> {
  const small = await shrink(plan, async (candidate) => {
    const outcome = await simulate(candidate, plant);
    return outcome.violation?.rule === violation.rule;
  });
  return { plan: small, outcome: await simulate(small, plant) };
}
