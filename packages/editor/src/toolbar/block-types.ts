import type { Editor } from '@tiptap/core';

import { words } from '../words/words.ts';
import type { Shortcut } from './shortcut.ts';

/** What a block of text can be turned into. */
export interface BlockType {
  readonly name: string;
  readonly label: () => string;
  readonly shortcut: Shortcut;
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
    const plain = editor.chain().focus().setParagraph();
    (editor.isActive('blockquote') ? plain.unsetBlockquote() : plain).run();
  },
};

const headings: readonly BlockType[] = HEADING_LEVELS.map((level) => ({
  name: `heading${level}`,
  label: () => words().insertions.heading.label(level),
  shortcut: `Mod-Alt-${level}`,
  isHere: (editor) => editor.isActive('heading', { level }),
  turnInto: (editor) => editor.chain().focus().setHeading({ level }).run(),
}));

const quote: BlockType = {
  name: 'blockquote',
  label: () => words().insertions.blockquote.label,
  shortcut: 'Mod-Shift-b',
  isHere: (editor) => editor.isActive('blockquote'),
  turnInto: (editor) => editor.chain().focus().toggleBlockquote().run(),
};

const code: BlockType = {
  name: 'codeBlock',
  label: () => words().insertions.codeBlock.label,
  shortcut: 'Mod-Alt-c',
  isHere: (editor) => editor.isActive('codeBlock'),
  turnInto: (editor) => editor.chain().focus().toggleCodeBlock().run(),
};

/** In the order of the menu. */
export const blockTypes: readonly BlockType[] = [paragraph, ...headings, quote, code];

/** From the most particular to the plain paragraph: the first that is here names the block. */
const byPrecedence: readonly BlockType[] = [code, ...headings, quote, paragraph];

/** What the block with the caret is. */
export function currentBlockType(editor: Editor): BlockType {
  return byPrecedence.find(({ isHere }) => isHere(editor)) ?? paragraph;
}
