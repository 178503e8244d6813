import { describe, expect, it } from 'vitest';

import { renderPlot } from '../src/report/plot.ts';

const panel = (points: readonly (readonly [number, number])[]) => ({
  title: 'cost',
  xTitle: 'people',
  label: String,
  series: [{ title: 'us & them', points }],
});

describe('a plot', () => {
  it('puts equal factors at equal distances', () => {
    const svg = renderPlot([
      panel([
        [10, 0.01],
        [100, 0.1],
        [1000, 1],
      ]),
    ]);
    const points = /points="([^"]+)"/
      .exec(svg)?.[1]
      ?.split(' ')
      .map((pair) => pair.split(','));
    const [first = [], second = [], third = []] = (points ?? []).map((pair) => pair.map(Number));
    for (const axis of [0, 1]) {
      const step = (second[axis] ?? NaN) - (first[axis] ?? NaN);
      expect(step).not.toBe(0);
      expect((third[axis] ?? NaN) - (second[axis] ?? NaN)).toBe(step);
    }
  });

  it('writes names as text', () => {
    expect(renderPlot([panel([[1, 1]])])).toContain('us &amp; them');
  });

  it('says so where nothing was measured', () => {
    expect(renderPlot([panel([])])).toContain('nothing was measured');
  });
});
