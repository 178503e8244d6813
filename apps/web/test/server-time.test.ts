import { expect, test } from 'vitest';

import { differenceOf } from '../src/offline/server-time.ts';

const AT = 'Sat, 21 Nov 2026 12:00:00 GMT';
const NOW = Date.parse(AT);
const YEAR = 365 * 86_400_000;

test('a device whose clock is years off learns by how much', () => {
  expect(differenceOf(AT, NOW + 3 * YEAR)).toBe(-3 * YEAR);
  expect(differenceOf(AT, NOW - 3 * YEAR)).toBe(3 * YEAR);
});

test('clocks that are nearly the same are the same, and silence says nothing', () => {
  expect(differenceOf(AT, NOW + 900)).toBe(0);
  expect(differenceOf(null, NOW)).toBeNull();
  expect(differenceOf('yesterday', NOW)).toBeNull();
});
