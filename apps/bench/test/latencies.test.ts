import { describe, expect, it } from 'vitest';

import { Latencies, median } from '../src/measure/latencies.ts';

const of = (values: readonly number[]): Latencies => {
  const latencies = new Latencies();
  for (const value of values) latencies.add(value);
  return latencies;
};

describe('a percentile', () => {
  it('is the smallest duration that so many did not exceed', () => {
    const latencies = of(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(latencies.percentile(0.5)).toBeCloseTo(50);
    expect(latencies.percentile(0.99)).toBeCloseTo(99);
    expect(latencies.percentile(1)).toBeCloseTo(100);
  });

  it('of nothing is no number', () => {
    expect(of([]).percentile(0.99)).toBeNaN();
  });

  it('takes what is longer than a minute for a minute', () => {
    expect(of([1e9]).percentile(0.5)).toBeCloseTo(60_000);
  });
});

describe('a median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[], NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
