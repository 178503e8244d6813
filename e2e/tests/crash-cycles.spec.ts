import { expect, test } from '@playwright/test';

import { crashCycles } from '../src/crash-cycles.ts';

/** By hand it is 200: `npx -y pnpm crash`. */
const CYCLES = 8;

test('of what the server has acknowledged nothing is missing, however often it is killed under load', async () => {
  test.setTimeout(180_000);
  const { acknowledged, edits, missing } = await crashCycles(CYCLES);
  expect(missing).toEqual([]);
  // It was in the middle of something.
  expect(acknowledged).toBeGreaterThan(CYCLES * 5);
  expect(edits).toBeGreaterThan(acknowledged);
});
