import type { Editor } from '@tiptap/core';
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

import { depthOf, isAtStartOf, isInEmptyLastLine, leaveBelow } from '../blocks/leave-block.ts';
import { isOpenAt, setOpen } from './open-toggles.ts';

/** Makes the selected blocks a toggle: the first line is what stays to be seen, the rest is below. */
export function makeToggle(editor: Editor): void {
  editor
    .chain()
    .focus()
    .command(({ state, tr }) => wrapInToggle(state, tr))
    .run();
}

/** @returns false where no toggle may stand. */
export function wrapInToggle(state: EditorState, tr: Transaction): boolean {
  const { $from, $to } = tr.selection;
  const range = $from.blockRange($to);
  if (range === null) return false;
  const { details, paragraph } = state.schema.nodes;
  if (details === undefined || paragraph === undefined) return false;
  const blocks = tr.doc.slice(range.start, range.end).content.content;
  const [first, ...others] = blocks;
  if (!range.parent.canReplaceWith(range.startIndex, range.endIndex, details)) return false;
  const isLine = first?.type.name === 'paragraph' || first?.type.name === 'heading';
  const line = isLine ? first.content : Fragment.empty;
  const below = isLine ? others : blocks;
  const made = toggleOf(state.schema, line, below.length > 0 ? below : [paragraph.create()]);
  const offset = isLine ? Math.min($from.parentOffset, line.size) : 0;
  tr.replaceWith(range.start, range.end, made);
  tr.setSelection(TextSelection.create(tr.doc, range.start + 2 + offset)).scrollIntoView();
  setOpen(tr, range.start, true);
  return true;
}

/** From the line into what is below: what was behind the caret comes along as the first paragraph there. */
export function enterToggle(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection;
  const { paragraph } = state.schema.nodes;
  if (!empty || $from.parent.type.name !== 'detailsSummary' || paragraph === undefined)
    return false;
  const content = $from.node(-1).child(1);
  const rest = $from.parent.content.cut($from.parentOffset);
  const first = content.firstChild;
  const isRoomThere = rest.size === 0 && first?.type === paragraph && first.content.size === 0;
  tr.delete($from.pos, $from.end());
  const start = tr.mapping.map($from.after()) + 1;
  if (!isRoomThere) tr.insert(start, paragraph.create(null, rest));
  tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView();
  return true;
}

/** At the start of the line: the toggle goes, and all that was in it stays. */
export function liftToggle(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection;
  return empty && $from.parentOffset === 0 && unwrapToggle(state, tr);
}

/** From anywhere in the line: the line becomes a paragraph with the caret where it was, the rest is below it. */
export function unwrapToggle(state: EditorState, tr: Transaction): boolean {
  const { $from } = state.selection;
  const { paragraph } = state.schema.nodes;
  if ($from.parent.type.name !== 'detailsSummary' || paragraph === undefined) return false;
  const at = $from.before(-1);
  const toggle = $from.node(-1);
  const inside = toggle.child(1).content.content.filter((block) => !isEmptyParagraph(block));
  tr.replaceWith(at, at + toggle.nodeSize, [
    paragraph.create(null, $from.parent.content),
    ...inside,
  ]);
  const caret = at + 1 + $from.parentOffset;
  tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView();
  return true;
}

/** At the start of what is below: back to the end of the line; an empty paragraph that isn't the only one goes. */
export function backToLine(state: EditorState, tr: Transaction): boolean {
  const depth = depthOf(state, 'detailsContent');
  const { $from } = state.selection;
  if (depth === 0 || $from.depth !== depth + 1 || !isAtStartOf(state, depth)) return false;
  if ($from.parent.type.name !== 'paragraph') return false;
  if ($from.parent.content.size === 0 && $from.node(depth).childCount > 1) {
    tr.delete($from.before(), $from.after());
  }
  const lineEnd = $from.before(depth) - 1;
  tr.setSelection(TextSelection.create(tr.doc, lineEnd)).scrollIntoView();
  return true;
}

/** Behind a toggle, Backspace goes to the end of what is to be seen of it, and takes no words along. */
export function backIntoToggle(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'paragraph') return false;
  const before = state.doc.resolve($from.before()).nodeBefore;
  if (before?.type.name !== 'details') return false;
  const at = $from.before() - before.nodeSize;
  const seen = isOpenAt(state, at)
    ? $from.before() - 1
    : at + 1 + (before.firstChild?.nodeSize ?? 0);
  if ($from.parent.content.size === 0 && $from.node(-1).childCount > 1) {
    tr.delete($from.before(), $from.after());
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(seen), -1)).scrollIntoView();
  return true;
}

/** Enter on an empty last line goes on below the toggle. */
export function leaveToggle(state: EditorState, tr: Transaction): boolean {
  const depth = depthOf(state, 'detailsContent');
  return depth > 0 && isInEmptyLastLine(state, depth) && leaveBelow(state, tr, depth - 1, depth);
}

function toggleOf(schema: Schema, line: Fragment, below: readonly Node[]): Node {
  const summary = schema.node('detailsSummary', null, line);
  return schema.node('details', null, [summary, schema.node('detailsContent', null, below)]);
}

const isEmptyParagraph = ({ type, content }: Node): boolean =>
  type.name === 'paragraph' && content.size === 0;
