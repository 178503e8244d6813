import { expect, test } from 'vitest';

import { steadyTime } from '../src/clock.ts';

/** A device whose time of day can be set. */
function device() {
  const clock = { wall: 1_000_000, steady: 0 };
  const pass = (ms: number): void => {
    clock.wall += ms;
    clock.steady += ms;
  };
  const now = steadyTime(
    () => clock.wall,
    () => clock.steady,
  );
  return { clock, pass, now };
}

test('a clock that is set back makes no wait longer', () => {
  const { clock, pass, now } = device();
  pass(500);
  expect(now()).toBe(1_000_500);
  clock.wall -= 365 * 86_400_000;
  pass(1_000);
  expect(now()).toBe(1_001_500);
  clock.wall -= 5_000;
  pass(200);
  expect(now()).toBe(1_001_700);
});

test('time in which the device slept has passed', () => {
  const { clock, now } = device();
  clock.wall += 3_600_000;
  expect(now()).toBe(4_600_000);
});
