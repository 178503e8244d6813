import type { Editor } from '@tiptap/core';

/**
 * Back to the text, once what hung on a button is gone. Often the browser has been faster, and keys have moved the caret
 * since: to focus again would put it back.
 */
export function focusText(editor: Editor): void {
  if (!editor.isDestroyed && !editor.view.hasFocus()) editor.view.focus();
}
