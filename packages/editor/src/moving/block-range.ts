import { type Node, NodeRange, type ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, type Selection } from '@tiptap/pm/state';

/** Parts of something that is only moved as a whole. */
const PARTS: ReadonlySet<string> = new Set([
  'tableRow',
  'tableCell',
  'tableHeader',
  'detailsSummary',
  'detailsContent',
]);

export const isItem = (node: Node): boolean => node.type.name.endsWith('Item');

export const isList = (node: Node): boolean => node.type.name.endsWith('List');

/** The whole blocks that a selection touches: items in a list, else what stands side by side; null if there is none. */
export function blocksOf(selection: Selection): NodeRange | null {
  const { $from, $to } = selection;
  if (selection instanceof NodeSelection && selection.node.isBlock) {
    return widen($from, $to, $from.depth);
  }
  let depth = $from.sharedDepth($to.pos);
  while (depth > 0 && $from.node(depth).inlineContent) depth -= 1;
  return widen($from, $to, depth);
}

/** The block at a place between blocks, such as one that the mouse is over. */
export function blockAt(doc: Node, position: number): NodeRange | null {
  const node = doc.nodeAt(position);
  if (node === null) return null;
  const [$from, $to] = [doc.resolve(position), doc.resolve(position + node.nodeSize)];
  return new NodeRange($from, $to, $from.depth);
}

function widen($from: ResolvedPos, $to: ResolvedPos, innermost: number): NodeRange | null {
  let depth = innermost;
  for (; depth > 0; depth -= 1) {
    const range = rangeAt($from, $to, depth);
    const isPart = (at: number): boolean => PARTS.has(range.parent.child(at).type.name);
    if (range.endIndex <= range.startIndex) continue;
    // An item goes along with the line it begins with.
    if (isItem(range.parent) && range.startIndex === 0) continue;
    if (isPart(range.startIndex) || isWhole(range)) continue;
    return range;
  }
  const range = rangeAt($from, $to, 0);
  return range.endIndex > range.startIndex ? range : null;
}

/** Of what only holds other blocks nothing would be left. */
const isWhole = ({ parent, startIndex, endIndex }: NodeRange): boolean =>
  startIndex === 0 && endIndex === parent.childCount;

/** A place between blocks is in none of them: the one after it counts as the first, the one before it as the last. */
function rangeAt($from: ResolvedPos, $to: ResolvedPos, depth: number): NodeRange {
  return new NodeRange($from, $to, depth);
}
