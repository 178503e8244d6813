import type { Transaction } from '@tiptap/pm/state';
import { Mapping, StepMap } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Where places of the document have gone in a transaction.
 *
 * The binding draws what came from others by replacing the whole document, after which nothing would be where it
 * was; this finds what has really changed.
 */
export function movedPlaces(tr: Transaction): Mapping {
  if (tr.getMeta(ySyncPluginKey) === undefined) return tr.mapping;
  const [before, after] = [tr.before.content, tr.doc.content];
  const start = before.findDiffStart(after);
  const end = before.findDiffEnd(after);
  if (start === null || end === null) return new Mapping();
  // In "aa" becoming "aaa" the parts that are the same overlap.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const [oldEnd, newEnd] = [end.a + overlap, end.b + overlap];
  return new Mapping([new StepMap([start, oldEnd - start, newEnd - start])]);
}
