import { type Editor, Extension, markInputRule } from '@tiptap/core';

import type { ColorName } from '@indelible/document/schema';

/** Marks the selection with a pen of this colour, or takes the marking away. */
export function setHighlight(editor: Editor, color: ColorName | null): void {
  const chain = editor.chain().focus();
  (color === null ? chain.unsetMark('highlight') : chain.setMark('highlight', { color })).run();
}

/** Gives the selected text this colour, or the usual one back. */
export function setTextColor(editor: Editor, color: ColorName | null): void {
  const chain = editor.chain().focus();
  (color === null ? chain.unsetMark('textColor') : chain.setMark('textColor', { color })).run();
}

/** Keys and Markdown of the marks that have no extension of their own. */
export const marksInEditor = Extension.create({
  name: 'marksInEditor',
  addKeyboardShortcuts: () => ({
    'Mod-Shift-h': ({ editor }) => editor.commands.toggleMark('highlight'),
    'Mod-,': ({ editor }) => editor.commands.toggleMark('subscript'),
    'Mod-.': ({ editor }) => editor.commands.toggleMark('superscript'),
  }),
  addInputRules() {
    const { highlight, subscript, superscript } = this.editor.schema.marks;
    if (highlight === undefined || subscript === undefined || superscript === undefined) return [];
    return [
      markInputRule({ find: /(?<![^\s(])(==(?!\s)([^=]+?)(?<!\s)==)$/, type: highlight }),
      // One tilde, for two strike through; and no space, as in H~2~O.
      markInputRule({ find: /(?<!~)(~([^\s~]+)~)$/, type: subscript }),
      markInputRule({ find: /(?<!\^)(\^([^\s^]+)\^)$/, type: superscript }),
    ];
  },
});
