import { describe, expect, test } from 'vitest';

import { readKeptPlans } from '../simulation/kept-plans.ts';
import { planOf } from '../simulation/planner.ts';
import { plants, type PlantName } from '../simulation/plants.ts';
import { search, shrinkFinding } from '../simulation/search.ts';
import { simulate } from '../simulation/simulate.ts';
import { hashOf } from '../simulation/trace.ts';

const MINUTES = 60_000;

test.each(readKeptPlans().map((kept) => [kept.found, kept.plan] as const))(
  'no longer breaks a rule: %s',
  async (_found, plan) => {
    expect((await simulate(plan)).violation).toBeNull();
  },
);

test('I1–I6, I8, I9: 2,000 seeds of faults break no rule', { timeout: 5 * MINUTES }, async () => {
  const finding = await search(1, 2_000);
  expect(finding?.violation, `npx -y pnpm sim --seed ${finding?.plan.seed}`).toBeUndefined();
});

test('a seed is the same run, event by event, whenever it is run', async () => {
  for (const seed of [1, 2, 3]) {
    const [first, second] = [await simulate(planOf(seed)), await simulate(planOf(seed))];
    expect(first.trace.length).toBeGreaterThan(100);
    expect(hashOf(second.trace)).toBe(hashOf(first.trace));
  }
  const [one, two] = [await simulate(planOf(1)), await simulate(planOf(2))];
  expect(hashOf(one.trace)).not.toBe(hashOf(two.trace));
});

describe('a planted bug is found within 500 seeds', { timeout: 5 * MINUTES }, () => {
  const rules: Readonly<Record<PlantName, readonly string[]>> = {
    'acknowledge-before-commit': ['I1'],
    'clear-dirty-after-await': ['I1'],
    'empty-on-load-error': ['I4'],
    'acknowledge-by-state-vector': ['I1'],
    'unload-while-joining': ['I4', 'I5', 'I8'],
    'drop-held-gap': ['I1'],
    'resume-after-next-row': ['I5'],
  };
  test.each(Object.entries(plants))('%s', async (name, plant) => {
    const finding = await search(1, 500, plant);
    expect(Object.entries(rules)).toContainEqual([
      name,
      expect.arrayContaining([finding?.violation.rule]),
    ]);
  });
});

test('a finding shrinks to a few steps that still show it', async () => {
  const plant = plants['acknowledge-by-state-vector'];
  const finding = await search(1, 500, plant);
  if (finding === null) throw new Error('nothing was found');
  const { plan, outcome } = await shrinkFinding(finding, plant);
  expect(plan.steps.length).toBeLessThan(8);
  expect(outcome.violation?.rule).toBe(finding.violation.rule);
  expect((await simulate(plan)).violation).toBeNull();
});
