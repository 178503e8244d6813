import { Extension } from '@tiptap/core';

import { duplicateBlocks, moveBlocks } from './block-commands.ts';

/** The keys for what the menu of a block does. */
export const blockShortcuts = {
  moveUp: 'Alt-Shift-ArrowUp',
  moveDown: 'Alt-Shift-ArrowDown',
  duplicate: 'Mod-Shift-d',
  menu: 'Mod-/',
} as const;

/** @param openMenu opens the menu of the block with the caret. */
export function blockKeys(openMenu: () => void) {
  return Extension.create({
    name: 'blockKeys',
    addKeyboardShortcuts: () => ({
      [blockShortcuts.moveUp]: ({ editor }) => moveBlocks(editor, 'up'),
      [blockShortcuts.moveDown]: ({ editor }) => moveBlocks(editor, 'down'),
      [blockShortcuts.duplicate]: ({ editor }) => duplicateBlocks(editor),
      [blockShortcuts.menu]: () => {
        openMenu();
        return true;
      },
    }),
  });
}
