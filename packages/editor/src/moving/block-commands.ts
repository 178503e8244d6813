import type { Editor } from '@tiptap/core';
import { Fragment, Node, type NodeRange } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';

import { blocksOf } from './block-range.ts';
import { moveBy } from './move.ts';
import { performMove } from './perform-move.ts';

/** Moves the selected blocks past the one before or after them; true, because the key is taken in any case. */
export function moveBlocks({ view, isEditable }: Editor, direction: 'up' | 'down'): boolean {
  const range = blocksOf(view.state.selection);
  if (!isEditable || range === null) return true;
  const move = moveBy(view.state.tr, range, direction);
  if (move === null) return true;
  ownStep(view.state);
  performMove(view, move);
  return true;
}

/** Puts a copy of the selected blocks below them, and the selection into it. */
export function duplicateBlocks({ view, isEditable }: Editor): boolean {
  const { state } = view;
  const range = blocksOf(state.selection);
  if (!isEditable || range === null) return true;
  const { tr, selection } = state;
  tr.insert(range.end, copied(range));
  const by = range.end - range.start;
  const { doc } = tr;
  if (selection instanceof NodeSelection) {
    tr.setSelection(NodeSelection.create(doc, selection.from + by));
  } else {
    const [anchor, head] = [selection.anchor + by, selection.head + by];
    tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
  }
  ownStep(state);
  view.dispatch(tr.scrollIntoView());
  return true;
}

/** New nodes: the binding knows those that are there by their identity. */
function copied({ parent, startIndex, endIndex }: NodeRange): Fragment {
  const { schema } = parent.type;
  const blocks = parent.children.slice(startIndex, endIndex);
  return Fragment.from(blocks.map((block) => Node.fromJSON(schema, block.toJSON())));
}

/** Deletes the selected blocks; a page, or whatever else can't be without, keeps an empty paragraph. */
export function deleteBlocks({ view, isEditable }: Editor): boolean {
  const { state } = view;
  const range = blocksOf(state.selection);
  const paragraph = state.schema.nodes['paragraph'];
  if (!isEditable || range === null || paragraph === undefined) return true;
  const { tr } = state;
  const { parent, startIndex, endIndex, start, end } = range;
  if (parent.canReplace(startIndex, endIndex)) tr.delete(start, end);
  else tr.replaceWith(start, end, paragraph.create());
  const at = Math.min(tr.mapping.map(start), tr.doc.content.size);
  tr.setSelection(Selection.near(tr.doc.resolve(at)));
  ownStep(state);
  view.dispatch(tr.scrollIntoView());
  return true;
}

/** Selects a block as a whole, unless it is among those that are selected already. */
export function selectBlock({ view }: Editor, block: NodeRange): void {
  const { doc, selection, tr } = view.state;
  const selected = blocksOf(selection);
  if (selected !== null && selected.start <= block.start && selected.end >= block.end) return;
  const node = doc.nodeAt(block.start);
  if (node === null) return;
  const isWhole = node.isAtom || node.type.name === 'image';
  tr.setSelection(
    isWhole && NodeSelection.isSelectable(node)
      ? NodeSelection.create(doc, block.start)
      : TextSelection.between(doc.resolve(block.start + 1), doc.resolve(block.end - 1)),
  );
  view.dispatch(tr);
}

/** What is done to whole blocks is undone by itself. */
function ownStep(state: Editor['state']): void {
  const { undoManager } = yUndoPluginKey.getState(state) as {
    readonly undoManager: { stopCapturing: () => void };
  };
  undoManager.stopCapturing();
}
