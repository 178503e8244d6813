import type { Box } from '../controls/place.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels to each side of the point that the card begins in. */
const REACH = 32;

/** What a card lies above or below: as high as all lines of the link, and near the point in the one that it is in. */
export function besideLink(lines: readonly Box[], point: Point): Box | null {
  const [first] = lines;
  if (first === undefined) return null;
  const line = lines.find(({ top, bottom }) => point.y >= top && point.y <= bottom) ?? first;
  const x = Math.min(Math.max(point.x, line.left), line.right);
  return {
    left: Math.max(line.left, x - REACH),
    right: Math.min(line.right, x + REACH),
    top: Math.min(...lines.map(({ top }) => top)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
}
