import type { TextEdit } from '@indelible/document';

/** A change of a text as Yjs reports it. */
export type Delta = readonly {
  readonly retain?: number | undefined;
  readonly delete?: number | undefined;
  readonly insert?: unknown;
}[];

/**
 * Where a place in a text is after a change.
 *
 * @param side of what is inserted exactly there: a caret stays `before` it, the start of a range moves `after`.
 */
export function shiftPlace(delta: Delta, place: number, side: 'before' | 'after'): number {
  let at = 0;
  let shifted = place;
  for (const step of delta) {
    if (at > shifted) break;
    if (step.retain !== undefined) {
      at += step.retain;
    } else if (step.delete !== undefined) {
      shifted -= Math.min(step.delete, shifted - at);
    } else {
      const length = typeof step.insert === 'string' ? step.insert.length : 1;
      if (at < shifted || side === 'after') shifted += length;
      at += length;
    }
  }
  return shifted;
}

/** Where an edit of a text belongs after changes that its writer had not been shown. */
export function rebase(edit: TextEdit, missed: readonly Delta[]): TextEdit {
  const through = (place: number, side: 'before' | 'after') =>
    missed.reduce((shifted, delta) => shiftPlace(delta, shifted, side), place);
  if (edit.remove === 0) return { ...edit, index: through(edit.index, 'before') };
  const start = through(edit.index, 'after');
  const end = through(edit.index + edit.remove, 'before');
  return { index: Math.min(start, end), remove: Math.max(0, end - start), insert: edit.insert };
}
