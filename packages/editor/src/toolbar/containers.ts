import type { ChainedCommands, Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';

import { unwrapToggle, wrapInToggle } from '../toggle/toggle-commands.ts';

/** Whether the selection begins in the line of a toggle that is always seen. */
export const isInToggleLine = ({ selection }: EditorState): boolean =>
  selection.$from.parent.type.name === 'detailsSummary';

/** Commands for what has been freed of its toggle, if its line is selected: the line itself can't be anything else. */
export function unwrapped(editor: Editor): ChainedCommands {
  const chain = editor.chain().focus();
  if (!isInToggleLine(editor.state)) return chain;
  return chain.command(({ state, tr }) => unwrapToggle(state, tr));
}

/** Sets the selected blocks apart, or back again; items leave their list for it. */
export function turnIntoCallout(editor: Editor): void {
  if (editor.isActive('callout')) {
    editor.chain().focus().lift('callout').run();
    return;
  }
  const isInList = !isInToggleLine(editor.state) && !editor.can().wrapIn('callout');
  const chain = unwrapped(editor);
  (isInList ? chain.clearNodes() : chain).wrapIn('callout', { kind: 'note' }).run();
}

/** Makes a toggle of the selected blocks, or blocks of a toggle; items leave their list for it. */
export function turnIntoToggle(editor: Editor): void {
  if (isInToggleLine(editor.state)) {
    unwrapped(editor).run();
    return;
  }
  const canStand = editor.can().command(({ state, tr }) => wrapInToggle(state, tr));
  const chain = editor.chain().focus();
  (canStand ? chain : chain.clearNodes()).command(({ state, tr }) => wrapInToggle(state, tr)).run();
}
