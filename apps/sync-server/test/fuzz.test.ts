import { expect, test } from 'vitest';

import { assault } from '../fuzz/assault.ts';

/** By hand it is a million: `npx -y pnpm fuzz`. */
const FRAMES = 8_000;
/** Megabytes. A single frame that got through to a decoder without limits would take more. */
const MOST_MEMORY = 640;

test('whatever frames one sends, the others keep writing, and memory stays bounded', async () => {
  const report = await assault({ frames: FRAMES, firstSeed: 1 });
  const again = `npx -y pnpm fuzz --seed ${report.failure?.seed}`;
  expect(report.failure, again).toBeNull();
  expect(report.frames).toBe(FRAMES);
  expect(report.closes.get(4400)).toBeGreaterThan(FRAMES / 10);
  expect(report.peak ?? 0).toBeLessThan(MOST_MEMORY);
}, 180_000);
