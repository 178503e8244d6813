import type { Editor } from '@tiptap/core';

import { words } from '../words/words.ts';
import { isInToggleLine, turnIntoCallout, turnIntoToggle, unwrapped } from './containers.ts';
import type { Shortcut } from './shortcut.ts';

/** What a block of text can be turned into. */
export interface BlockType {
  readonly name: string;
  readonly label: () => string;
  readonly shortcut?: Shortcut;
  readonly isHere: (editor: Editor) => boolean;
  readonly turnInto: (editor: Editor) => void;
}

const HEADING_LEVELS = [1, 2, 3, 4] as const;

const paragraph: BlockType = {
  name: 'paragraph',
  label: () => words().insertions.paragraph.label,
  shortcut: 'Mod-Alt-0',
  isHere: () => true,
  turnInto: (editor) => {
    if (isInToggleLine(editor.state)) {
      unwrapped(editor).run();
      return;
    }
    const plain = editor.chain().focus().setParagraph();
    if (editor.isActive('blockquote')) plain.unsetBlockquote().run();
    else if (editor.isActive('callout')) plain.lift('callout').run();
    else plain.run();
  },
};

const headings: readonly BlockType[] = HEADING_LEVELS.map((level) => ({
  name: `heading${level}`,
  label: () => words().insertions.heading.label(level),
  shortcut: `Mod-Alt-${level}`,
  isHere: (editor) => editor.isActive('heading', { level }),
  turnInto: (editor) => unwrapped(editor).setHeading({ level }).run(),
}));

const quote: BlockType = {
  name: 'blockquote',
  label: () => words().insertions.blockquote.label,
  shortcut: 'Mod-Shift-b',
  isHere: (editor) => editor.isActive('blockquote'),
  turnInto: (editor) => unwrapped(editor).toggleBlockquote().run(),
};

const code: BlockType = {
  name: 'codeBlock',
  label: () => words().insertions.codeBlock.label,
  shortcut: 'Mod-Alt-c',
  isHere: (editor) => editor.isActive('codeBlock'),
  turnInto: (editor) => unwrapped(editor).toggleCodeBlock().run(),
};

const callout: BlockType = {
  name: 'callout',
  label: () => words().insertions.callout.label,
  isHere: (editor) => editor.isActive('callout'),
  turnInto: turnIntoCallout,
};

const toggle: BlockType = {
  name: 'details',
  label: () => words().insertions.details.label,
  // What is below the line is what it is by itself.
  isHere: (editor) => isInToggleLine(editor.state),
  turnInto: turnIntoToggle,
};

/** In the order of the menu. */
export const blockTypes: readonly BlockType[] = [
  paragraph,
  ...headings,
  quote,
  code,
  callout,
  toggle,
];

/** From the most particular to the plain paragraph: the first that is here names the block. */
const byPrecedence: readonly BlockType[] = [code, toggle, ...headings, quote, callout, paragraph];

/** What the block with the caret is. */
export function currentBlockType(editor: Editor): BlockType {
  return byPrecedence.find(({ isHere }) => isHere(editor)) ?? paragraph;
}
