import type { Editor } from '@tiptap/core';
import {
  AppWindow,
  AtSign,
  CalendarDays,
  Code,
  Film,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  Image,
  Lightbulb,
  List,
  ListCollapse,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Minus,
  Paperclip,
  Pilcrow,
  Sigma,
  SquareSigma,
  Smile,
  Table,
  TableOfContents,
  TextQuote,
} from 'lucide-react';

import { setCallout } from '../callout/callout.ts';
import type { Ask } from '../forms/ask.ts';
import { askFor } from '../menus/suggestion.ts';
import { makeToggle } from '../toggle/toggle-commands.ts';
import type { Shortcut } from '../toolbar/shortcut.ts';
import { words } from '../words/words.ts';
import { insertBlock } from './insert-block.ts';
import { pickFiles } from './media/pick-files.ts';

/** Something that can be put where the caret is. */
export interface Insertion {
  readonly name: string;
  readonly group: 'text' | 'lists' | 'media' | 'structure' | 'inline';
  readonly icon: LucideIcon;
  readonly shortcut?: Shortcut;
  readonly label: () => string;
  /** Other words for it, parted by spaces. */
  readonly aliases: () => string;
  readonly run: (editor: Editor, ask: Ask) => void;
}

const headingIcons = [Heading1, Heading2, Heading3, Heading4] as const;

const headings = ([1, 2, 3, 4] as const).map((level): Insertion => ({
  name: `heading${level}`,
  group: 'text',
  icon: headingIcons[level - 1] ?? Heading1,
  shortcut: `Mod-Alt-${level}`,
  label: () => words().insertions.heading.label(level),
  aliases: () => `${words().insertions.heading.aliases} h${level}`,
  run: (editor) => editor.chain().focus().setHeading({ level }).run(),
}));

type Named = Exclude<keyof ReturnType<typeof words>['insertions'], 'heading'>;

/** What can be inserted, in the order in which menus show it. */
export const insertions: readonly Insertion[] = [
  insertion('paragraph', 'text', Pilcrow, (editor) => editor.chain().focus().setParagraph().run()),
  ...headings,
  insertion('bulletList', 'lists', List, (editor) =>
    editor.chain().focus().toggleBulletList().run(),
  ),
  insertion('orderedList', 'lists', ListOrdered, (editor) =>
    editor.chain().focus().toggleOrderedList().run(),
  ),
  insertion('taskList', 'lists', ListTodo, (editor) =>
    editor.chain().focus().toggleTaskList().run(),
  ),
  insertion('blockquote', 'text', TextQuote, (editor) =>
    editor.chain().focus().toggleBlockquote().run(),
  ),
  insertion('codeBlock', 'text', Code, (editor) => editor.chain().focus().toggleCodeBlock().run()),
  insertion('table', 'structure', Table, (_editor, ask) => ask('table')),
  insertion('callout', 'structure', Lightbulb, (editor) => setCallout(editor)),
  insertion('details', 'structure', ListCollapse, makeToggle),
  insertion('image', 'media', Image, (_editor, ask) => ask('image')),
  insertion('file', 'media', Paperclip, ({ view }) => pickFiles(view)),
  insertion('video', 'media', Film, (_editor, ask) => ask('video')),
  insertion('embed', 'media', AppWindow, (_editor, ask) => ask('embed')),
  insertion('inlineMath', 'inline', Sigma, (_editor, ask) => ask('inlineMath')),
  insertion('blockMath', 'structure', SquareSigma, (_editor, ask) => ask('blockMath')),
  insertion('tableOfContents', 'structure', TableOfContents, (editor) =>
    insertBlock(editor, editor.schema.node('tableOfContents')),
  ),
  insertion('horizontalRule', 'structure', Minus, (editor) =>
    editor.chain().focus().setHorizontalRule().run(),
  ),
  insertion('mention', 'inline', AtSign, (editor) => askFor(editor, '@')),
  insertion('emoji', 'inline', Smile, (editor) => askFor(editor, ':')),
  insertion('date', 'inline', CalendarDays, (_editor, ask) => ask('date')),
];

function insertion(
  name: Named,
  group: Insertion['group'],
  icon: LucideIcon,
  run: Insertion['run'],
): Insertion {
  return {
    name,
    group,
    icon,
    label: () => words().insertions[name].label,
    aliases: () => words().insertions[name].aliases,
    run,
  };
}
