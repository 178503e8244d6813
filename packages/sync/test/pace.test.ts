import { expect, test } from 'vitest';

import { Pace } from '../src/pace.ts';

test('what comes after a pause is let through at once', () => {
  const pace = new Pace();
  expect(pace.ask(1000)).toBe(true);
  pace.done(1000, 15);
  expect(pace.ask(1015)).toBe(true);
});

test('what follows too soon waits for the end of the time, once for all', () => {
  const pace = new Pace();
  pace.done(1000, 15);
  expect(pace.ask(1001)).toBe(false);
  expect(pace.ask(1014)).toBe(false);
  expect(pace.dueAt).toBe(1015);
  expect(pace.isDue(1014)).toBe(false);
  expect(pace.isDue(1015)).toBe(true);
  pace.done(1015, 15);
  expect(pace.dueAt).toBeNull();
  expect(pace.isDue(2000)).toBe(false);
});

test('if the alarm is late, the next one to ask is let through', () => {
  const pace = new Pace();
  pace.done(1000, 15);
  pace.ask(1001);
  expect(pace.ask(1016)).toBe(true);
});

test('with no time between, nothing ever waits', () => {
  const pace = new Pace();
  pace.done(1000, 0);
  expect(pace.ask(1000)).toBe(true);
});

test('a clock that was set back holds nothing up, waiting or new', () => {
  const pace = new Pace();
  pace.done(1_000_000, 15);
  expect(pace.ask(1_000_001)).toBe(false);
  expect(pace.isDue(400_000)).toBe(true);
  expect(pace.ask(400_000)).toBe(true);
});

test('how long the next has to wait may change from one time to the next', () => {
  const pace = new Pace();
  pace.done(1000, 15);
  pace.ask(1001);
  pace.done(1015, 40);
  expect(pace.ask(1030)).toBe(false);
  expect(pace.dueAt).toBe(1055);
});
