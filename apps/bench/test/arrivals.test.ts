import { describe, expect, it } from 'vitest';

import { Arrivals } from '../src/measure/arrivals.ts';
import { Latencies } from '../src/measure/latencies.ts';

const FIRST = 100;
const run = (author: number, clock: number, length: number) => ({
  client: FIRST + author,
  clock,
  length,
});

/** Two people; the first has typed this many letters at 0 ms, 10 ms, … */
function typed(letters: number): Arrivals {
  const arrivals = new Arrivals(2, FIRST);
  for (let n = 0; n < letters; n++) arrivals.send(0, n * 10);
  return arrivals;
}

describe('arrivals', () => {
  it('lack every letter until it has come, but never one’s own', () => {
    const arrivals = typed(3);
    expect(arrivals.missing()).toBe(3);
    arrivals.receive(1, [run(0, 0, 2)], 20, null);
    expect(arrivals.missing()).toBe(1);
    arrivals.receive(1, [run(0, 2, 1)], 30, null);
    expect(arrivals.missing()).toBe(0);
  });

  it('count what comes again, and do not take it for what is missing', () => {
    const arrivals = typed(3);
    arrivals.receive(1, [run(0, 0, 2)], 20, null);
    arrivals.receive(1, [run(0, 0, 2)], 20, null);
    expect(arrivals.repeated).toBe(2);
    expect(arrivals.missing()).toBe(1);
  });

  it('do not forgive a letter that comes after later ones of its author', () => {
    const arrivals = typed(2);
    arrivals.receive(1, [run(0, 1, 1)], 20, null);
    arrivals.receive(1, [run(0, 0, 1)], 20, null);
    expect(arrivals.missing()).toBe(1);
  });

  it('time each letter once, from when it was typed', () => {
    const arrivals = typed(2);
    const latencies = new Latencies();
    arrivals.receive(1, [run(0, 0, 2)], 15, latencies);
    arrivals.receive(1, [run(0, 0, 2)], 500, latencies);
    expect(latencies.count).toBe(2);
    expect(latencies.percentile(0.5)).toBeCloseTo(5);
    expect(latencies.percentile(1)).toBeCloseTo(15);
  });

  it('pass over letters that nobody in the room typed', () => {
    const arrivals = typed(1);
    arrivals.receive(1, [run(55, 0, 9)], 15, null);
    expect(arrivals.missing()).toBe(1);
    expect(arrivals.repeated).toBe(0);
  });
});
