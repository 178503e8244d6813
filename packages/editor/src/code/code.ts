import { Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { codeColors } from './code-colors.ts';
import { CodeView } from './code-view.ts';
import { indent, newLine } from './indent.ts';

/** Code blocks in an open editor: how they are drawn and coloured, and Tab and Enter in them. */
export const codeInEditor = Extension.create({
  name: 'codeInEditor',
  priority: 110,
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      Tab: () => editor.commands.command(({ state, tr }) => indent(state, tr, true)),
      'Shift-Tab': () => editor.commands.command(({ state, tr }) => indent(state, tr, false)),
      Enter: () => editor.commands.command(({ state, tr }) => newLine(state, tr)),
    };
  },
  addProseMirrorPlugins: () => [
    codeColors(),
    new Plugin({
      props: {
        nodeViews: { codeBlock: (node, view, getPos) => new CodeView(node, view, getPos) },
        decorations: blockWithCaret,
      },
    }),
  ],
});

/** Where the caret is, the block shows what can be done with it. */
function blockWithCaret({ doc, selection: { $from } }: EditorState): DecorationSet {
  if ($from.parent.type.name !== 'codeBlock') return DecorationSet.empty;
  const here = Decoration.node($from.before(), $from.after(), { class: 'is-here' });
  return DecorationSet.create(doc, [here]);
}
