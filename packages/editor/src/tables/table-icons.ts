import { createLucideIcon, type LucideIcon } from 'lucide-react';

// Lucide has no icons that tell "row above" from "row below" at a glance, so these are drawn here, in its manner.

type Side = 'above' | 'after' | 'below' | 'before';

const TURNS: Readonly<Record<Side, number>> = { above: 0, after: 90, below: 180, before: 270 };

export const AddRowAbove = added('row', 'above');
export const AddRowBelow = added('row', 'below');
export const AddColumnBefore = added('column', 'before');
export const AddColumnAfter = added('column', 'after');
export const DeleteRow = deleted('row', 'above');
export const DeleteColumn = deleted('column', 'before');

/** A bar with a plus on one side of it. */
function added(what: string, side: Side): LucideIcon {
  const transform = `rotate(${TURNS[side]} 12 12)`;
  return createLucideIcon(`add-${what}-${side}`, [
    ['rect', { x: 3, y: 14, width: 18, height: 7, rx: 1.5, transform, key: 'bar' }],
    ['path', { d: 'M12 3v7M8.5 6.5h7', transform, key: 'plus' }],
  ]);
}

/** A bar with a cross beside it. */
function deleted(what: string, side: Side): LucideIcon {
  const transform = `rotate(${TURNS[side]} 12 12)`;
  return createLucideIcon(`delete-${what}`, [
    ['rect', { x: 3, y: 14, width: 18, height: 7, rx: 1.5, transform, key: 'bar' }],
    ['path', { d: 'm9.5 4 5 5M14.5 4l-5 5', transform, key: 'cross' }],
  ]);
}
