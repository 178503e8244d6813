import { type Editor, Extension } from '@tiptap/core';

import type { Ask } from '../forms/ask.ts';
import type { Titles } from '../mentions/library.ts';
import type { MenuKeys } from '../menus/suggestion.ts';
import { directionOf } from './direction-of.ts';

/** What keys in the content do outside of it. */
export interface EditorKeys {
  readonly focusTitle: () => void;
  readonly focusToolbar: () => void;
  readonly askLink: () => void;
  readonly ask: Ask;
  /** The other documents; null where the app has none. */
  readonly titles: Titles | null;
  readonly openBlockMenu: () => void;
  /** What the menu that is open at the caret does with keys. */
  readonly menu: MenuKeys;
}

/** The keys that lead out of the content, and Tab where it would lead out by surprise. */
export function editorKeys(keys: EditorKeys) {
  const toTitle = ({ editor }: { editor: Editor }) => {
    if (!isAtStart(editor)) return false;
    keys.focusTitle();
    return true;
  };
  /** Back is to the left, or in Arabic to the right. */
  const back = (direction: 'ltr' | 'rtl') => (context: { editor: Editor }) => {
    const { $from } = context.editor.state.selection;
    return directionOf($from.parent.textContent) === direction && toTitle(context);
  };
  return Extension.create({
    name: 'editorKeys',
    priority: 1001,
    addKeyboardShortcuts: () => ({
      ArrowUp: ({ editor }) => isOnFirstLine(editor) && (keys.focusTitle(), true),
      ArrowLeft: back('ltr'),
      ArrowRight: back('rtl'),
      Backspace: (context) => isInPlainParagraph(context.editor) && toTitle(context),
      // Elsewhere it is the palette's key.
      'Mod-k': ({ editor }) => {
        if (editor.state.selection.empty && !editor.isActive('link')) return false;
        keys.askLink();
        return true;
      },
      'Alt-F10': () => {
        keys.focusToolbar();
        return true;
      },
    }),
  });
}

/** In a list Tab never leaves the page's text, also where there is nothing to indent. */
export const listTab = Extension.create({
  name: 'listTab',
  priority: 1,
  addKeyboardShortcuts() {
    const inList = () => this.editor.isActive('listItem') || this.editor.isActive('taskItem');
    return { Tab: inList, 'Shift-Tab': inList };
  },
});

function isAtStart({ state }: Editor): boolean {
  const { empty, $from } = state.selection;
  return empty && $from.parentOffset === 0 && isInFirstBlock(state);
}

function isOnFirstLine({ state, view }: Editor): boolean {
  return state.selection.empty && isInFirstBlock(state) && view.endOfTextblock('up');
}

function isInFirstBlock(state: Editor['state']): boolean {
  const { $from } = state.selection;
  for (let depth = 0; depth < $from.depth; depth += 1) if ($from.index(depth) > 0) return false;
  return $from.depth > 0;
}

/** Elsewhere Backspace at the start first turns the block into a paragraph. */
function isInPlainParagraph({ state }: Editor): boolean {
  const { $from } = state.selection;
  return $from.depth === 1 && $from.parent.type.name === 'paragraph';
}
