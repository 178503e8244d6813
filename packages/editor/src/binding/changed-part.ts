import type { Node } from '@tiptap/pm/model';
import { StepMap } from '@tiptap/pm/transform';

/**
 * What lies between two states of a document, as one replaced stretch; null if nothing does.
 *
 * Nodes that stayed are the same objects: to compare two states costs a step for each block.
 */
export function changedPart(before: Node, after: Node): StepMap | null {
  if (before === after) return null;
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || end === null) return null;
  // In "aa" becoming "aaa" the parts that are the same overlap.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return new StepMap([start, end.a + overlap - start, end.b + overlap - start]);
}
