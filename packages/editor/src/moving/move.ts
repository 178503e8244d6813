import { Fragment, type Node, type NodeRange } from '@tiptap/pm/model';
import { NodeSelection, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';

import { isItem, isList } from './block-range.ts';

/** A move in its two halves: what others write meanwhile belongs to the block, and not to its place. */
export interface Move {
  readonly tr: Transaction;
  /** The document while the blocks are nowhere. */
  readonly between: Node;
}

/**
 * Moves whole blocks to a place between others, in a list of their own if they are items and it is in none; null if they
 * cannot stand there.
 */
export function moveTo(tr: Transaction, range: NodeRange, target: number): Move | null {
  const { from, to, blocks } = takenOut(tr.doc, range);
  if (target >= from && target <= to) return null;
  const inserted = fitting(tr.doc, target, blocks, range.parent);
  if (inserted === null) return null;
  const { selection } = tr;
  takeOut(tr, from, to);
  const between = tr.doc;
  const at = tr.mapping.map(target);
  tr.insert(at, inserted);
  // Where the first of the blocks begins now.
  const start = at + (inserted === blocks ? 0 : 1);
  select(tr, selection, start - range.start, range);
  return { tr, between };
}

/** The blocks, and what has to go with them: what only held them and would hold nothing. */
function takenOut(doc: Node, range: NodeRange) {
  const start = range.$from.start(range.depth);
  const blocks = range.parent.content.cut(range.start - start, range.end - start);
  let [from, to] = [range.start, range.end];
  for (let depth = range.depth; depth > 0; depth -= 1) {
    const $from = doc.resolve(from);
    const isHolder =
      isList($from.parent) || isItem($from.parent) || HOLDERS.has($from.parent.type.name);
    if (!isHolder || $from.start() !== from || $from.end() !== to) break;
    [from, to] = [$from.before(), $from.after()];
  }
  return { from, to, blocks };
}

const HOLDERS: ReadonlySet<string> = new Set(['blockquote', 'callout']);

/** Takes blocks out; what can't be without any, such as a cell, keeps an empty paragraph. */
function takeOut(tr: Transaction, from: number, to: number): void {
  const $from = tr.doc.resolve(from);
  const [start, end] = [$from.index(), tr.doc.resolve(to).index()];
  const paragraph = tr.doc.type.schema.nodes['paragraph'];
  if ($from.parent.canReplace(start, end) || paragraph === undefined) tr.delete(from, to);
  else tr.replaceWith(from, to, paragraph.create());
}

/** The blocks as they can stand at a place; null if they can't. */
function fitting(doc: Node, target: number, blocks: Fragment, from: Node): Fragment | null {
  const $target = doc.resolve(target);
  const { parent } = $target;
  const index = $target.index();
  if (parent.inlineContent) return null;
  if (parent.canReplace(index, index, blocks)) return blocks;
  if (isList(from) && !isList(parent)) {
    const list = Fragment.from(from.type.create(from.attrs, blocks));
    return parent.canReplace(index, index, list) ? list : null;
  }
  return isList(parent) ? asItems(parent, index, blocks) : null;
}

/** Paragraphs become items of the list they are put into, items of another list ones of this. */
function asItems(list: Node, index: number, blocks: Fragment): Fragment | null {
  const itemType = list.firstChild?.type;
  if (itemType === undefined) return null;
  const items: Node[] = [];
  for (const block of blocks.content) {
    const content = isItem(block) ? block.content : Fragment.from(block);
    if (!itemType.validContent(content)) return null;
    items.push(itemType.create(null, content));
  }
  const fragment = Fragment.from(items);
  return list.canReplace(index, index, fragment) ? fragment : null;
}

function select(tr: Transaction, former: Selection, by: number, range: NodeRange): void {
  const isInside = former.from >= range.start && former.to <= range.end;
  const { doc } = tr;
  if (isInside && former instanceof NodeSelection) {
    tr.setSelection(NodeSelection.create(doc, former.from + by));
    return;
  }
  const [anchor, head] = isInside
    ? [former.anchor + by, former.head + by]
    : [range.start + by + 1, range.start + by + 1];
  tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
}

/** Moves blocks past the one before or after them, or out of what they are the first or the last of. */
export function moveBy(tr: Transaction, range: NodeRange, direction: 'up' | 'down'): Move | null {
  for (const target of targetsOf(tr.doc, range, direction)) {
    const move = moveTo(tr, range, target);
    if (move !== null) return move;
  }
  return null;
}

function* targetsOf(doc: Node, range: NodeRange, direction: 'up' | 'down'): Generator<number> {
  const { $from, startIndex, endIndex, parent } = range;
  if (direction === 'up' && startIndex > 0) {
    yield range.start - parent.child(startIndex - 1).nodeSize;
  }
  if (direction === 'down' && endIndex < parent.childCount) {
    yield range.end + parent.child(endIndex).nodeSize;
  }
  for (let depth = range.depth; depth > 0; depth -= 1) {
    const beside = direction === 'up' ? $from.before(depth) : $from.after(depth);
    // Out of a list they would stand where they are, in a list of their own: past the next block, then.
    if (isList($from.node(depth))) yield* pastNeighbour(doc, beside, direction);
    else yield beside;
  }
}

function pastNeighbour(doc: Node, beside: number, direction: 'up' | 'down'): number[] {
  const $beside = doc.resolve(beside);
  const { nodeBefore, nodeAfter } = $beside;
  if (direction === 'up') return nodeBefore === null ? [] : [beside - nodeBefore.nodeSize];
  return nodeAfter === null ? [] : [beside + nodeAfter.nodeSize];
}
