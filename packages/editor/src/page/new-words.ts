import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

import { onLanguage } from '../words/dictionary.ts';

/** Draws the document anew when another language is chosen: blocks have words of their own, too. */
export const newWords = Extension.create({
  name: 'newWords',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        view: () => ({
          destroy: onLanguage(() => {
            // Views that are new to it make the editor draw every block again, and keep the selection.
            editor.createNodeViews();
            editor.view.dispatch(editor.state.tr);
          }),
        }),
      }),
    ];
  },
});
