import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';

/** Puts a block where the caret is: in place of an empty paragraph, or else below; and the caret below the block. */
export function insertBlock(editor: Editor, block: Node): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => placeBlock(tr, block))
    .run();
}

/** @returns false where no such block may stand. */
function placeBlock(tr: Transaction, block: Node): boolean {
  const { $to } = tr.selection;
  const paragraph = block.type.schema.nodes['paragraph'];
  const depth = $to.parent.isTextblock ? $to.depth : $to.depth + 1;
  if (paragraph === undefined || depth === 0) return false;
  const isEmpty = $to.parent.type === paragraph && $to.parent.content.size === 0;
  const isIn = $to.parent.isTextblock;
  const index = $to.index(depth - 1);
  const start = isEmpty ? index : $to.indexAfter(depth - 1);
  const container = $to.node(depth - 1);
  if (!container.canReplaceWith(start, isEmpty ? index + 1 : start, block.type)) return false;
  const after = isIn ? $to.after() : $to.pos;
  const at = isEmpty ? $to.before() : after;
  tr.replaceWith(at, after, block);
  const below = at + block.nodeSize;
  // Without a paragraph below there would be no place to go on writing.
  if (tr.doc.resolve(below).nodeAfter?.isTextblock !== true) tr.insert(below, paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView();
  return true;
}
