import { Extension } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';

/** Alt Enter: from the text to what can be chosen about the block around it. */
export const blockControl = Extension.create({
  name: 'blockControl',
  addKeyboardShortcuts: () => ({
    'Alt-Enter': ({ editor }) => focusControl(editor.view),
  }),
});

/** The nearest block that has something to choose. */
function focusControl(view: EditorView): boolean {
  const { node } = view.domAtPos(view.state.selection.from);
  let around = node instanceof HTMLElement ? node : node.parentElement;
  while (around !== null && around !== view.dom) {
    const control = around.querySelector<HTMLElement>(
      ':scope > [data-control], :scope > [contenteditable="false"] [data-control]',
    );
    if (control !== null) {
      control.focus();
      return true;
    }
    around = around.parentElement;
  }
  return false;
}
