import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

import { askFor } from '../menus/suggestion.ts';

/** Opens the menu of blocks on an empty line: the block's own if it is one, else a new one below it. */
export function offerBlocks(editor: Editor, position: number): void {
  const { view } = editor;
  const { tr, schema, doc } = view.state;
  const block = doc.nodeAt(position);
  const paragraph = schema.nodes['paragraph'];
  if (block === null || paragraph === undefined) return;
  const line = firstLine(doc, position);
  if (line !== null && doc.nodeAt(line)?.content.size === 0) {
    tr.setSelection(TextSelection.create(tr.doc, line + 1));
  } else {
    const $after = doc.resolve(position + block.nodeSize);
    const isItem = block.type.name.endsWith('Item');
    const made = isItem ? block.type.create(null, paragraph.create()) : paragraph.create();
    tr.insert($after.pos, made);
    tr.setSelection(TextSelection.create(tr.doc, $after.pos + (isItem ? 2 : 1)));
  }
  view.dispatch(tr);
  askFor(editor, '/');
}

/** Where the line with which a block begins is; null if it begins with something else. */
function firstLine(doc: Editor['state']['doc'], position: number): number | null {
  for (let at = position, node = doc.nodeAt(at); node !== null; at += 1, node = doc.nodeAt(at)) {
    if (node.isTextblock) return node.type.name === 'paragraph' ? at : null;
    if (node.isAtom) return null;
  }
  return null;
}
