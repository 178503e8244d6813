import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

import { insertBlock } from '../blocks/insert-block.ts';
import { latexOf } from './math-view.ts';

type MathName = 'inlineMath' | 'blockMath';

/** The formula that is selected; null if none is. */
export function selectedMath({ state: { selection } }: Editor, name: MathName): string | null {
  const isMath = selection instanceof NodeSelection && selection.node.type.name === name;
  return isMath ? latexOf(selection.node) : null;
}

/** Changes the formula that is selected, or puts one where the caret is; an empty one goes. */
export function placeMath(editor: Editor, name: MathName, latex: string): void {
  const isChange = selectedMath(editor, name) !== null;
  if (latex === '') {
    if (isChange) editor.commands.deleteSelection();
    return;
  }
  if (!isChange) {
    const formula = editor.schema.node(name, { latex });
    if (name === 'blockMath') insertBlock(editor, formula);
    else editor.commands.command(({ tr }) => Boolean(tr.replaceSelectionWith(formula)));
    return;
  }
  editor.commands.command(({ tr, state: { selection } }) => {
    tr.setNodeAttribute(selection.from, 'latex', latex);
    // Behind it, to go on writing.
    if (name === 'inlineMath') tr.setSelection(TextSelection.create(tr.doc, selection.to));
    return true;
  });
}
