import type { ServerKind } from '../servers/server-kind.ts';
import { growthOfDocument, growthOfRoom } from '../workloads/growth.ts';
import { kilobytes } from './numbers.ts';
import { renderPlot, type Series } from './plot.ts';
import { findResult, type Measured } from './results.ts';

/** The picture of how cost grows, out of what was measured so far. */
export function drawGrowth(results: readonly Measured[], kinds: readonly ServerKind[]): string {
  const series = (workload: string): Series[] =>
    kinds.flatMap(({ name }) => {
      const figures = findResult(results, workload, name)?.figures;
      if (figures === undefined) return [];
      return [{ title: name, points: Object.entries(figures).map(([x, y]) => [Number(x), y]) }];
    });
  return renderPlot([
    {
      title: 'server CPU s per 1000 edits',
      xTitle: 'people in the room',
      label: String,
      series: series(growthOfRoom.name),
    },
    {
      title: 'server CPU s per 1000 edits, saving included',
      xTitle: 'size of the document',
      label: (bytes) => (bytes < 1e6 ? kilobytes(bytes) : `${bytes / 1e6} MB`),
      series: series(growthOfDocument.name),
    },
  ]);
}
