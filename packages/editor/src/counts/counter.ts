import type { Node } from '@tiptap/pm/model';

import { textBlocks, textOf } from '../find/blocks.ts';
import { type Count, countText, NO_TEXT, sum } from './count.ts';

const known = new WeakMap<Node, Count>();

/** Milliseconds of counting in one go. */
const AT_A_TIME = 8;

/** Counts what of a document has not been counted, for a few milliseconds; true if all of it has been. */
export function countSome(doc: Node): boolean {
  const until = performance.now() + AT_A_TIME;
  for (const { node } of textBlocks(doc)) {
    if (known.has(node)) continue;
    if (performance.now() > until) return false;
    countBlock(node);
  }
  return true;
}

/** How much text is between two places of a document; what `countSome` has been through costs next to nothing. */
export function countIn(doc: Node, from = 0, to = doc.content.size): Count {
  return textBlocks(doc).reduce((all, { node, start }) => {
    const end = start + node.content.size;
    if (end <= from || start >= to) return all;
    if (start >= from && end <= to) return sum(all, countBlock(node));
    return sum(all, countText(textOf(node).slice(Math.max(0, from - start), to - start)));
  }, NO_TEXT);
}

function countBlock(node: Node): Count {
  const count = known.get(node) ?? countText(textOf(node));
  known.set(node, count);
  return count;
}
