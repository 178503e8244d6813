import type { Editor } from '@tiptap/core';
import { Selection, type Transaction } from '@tiptap/pm/state';
import {
  Bold,
  Code,
  Italic,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
} from 'lucide-react';

import type { Shortcut } from '../toolbar/shortcut.ts';
import { words } from '../words/words.ts';

/** Something the toolbar can do to the text and show as done. */
export interface ToggleAction {
  readonly name: string;
  readonly label: () => string;
  readonly shortcut: Shortcut;
  readonly icon: LucideIcon;
  readonly toggle: (editor: Editor) => void;
}

export const markActions: readonly ToggleAction[] = [
  mark('bold', 'Mod-b', Bold),
  mark('italic', 'Mod-i', Italic),
  mark('underline', 'Mod-u', Underline),
  mark('strike', 'Mod-Shift-s', Strikethrough),
  mark('code', 'Mod-e', Code),
  mark('subscript', 'Mod-,', Subscript),
  mark('superscript', 'Mod-.', Superscript),
];

export const listActions: readonly ToggleAction[] = [
  {
    name: 'bulletList',
    label: () => words().insertions.bulletList.label,
    shortcut: 'Mod-Shift-8',
    icon: List,
    toggle: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    label: () => words().insertions.orderedList.label,
    shortcut: 'Mod-Shift-7',
    icon: ListOrdered,
    toggle: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'taskList',
    label: () => words().insertions.taskList.label,
    shortcut: 'Mod-Shift-9',
    icon: ListTodo,
    toggle: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
];

/** Inserts a table with a row of headings. */
export function insertTable(editor: Editor, rows: number, columns: number): void {
  const size = { rows, cols: columns, withHeaderRow: true };
  const placed = editor.chain().focus().insertTable(size);
  placed.command(({ tr }) => leaveRoomAfter(tr)).run();
}

/** Puts the caret at the start of the document. */
export function writeAtStart({ view }: Editor): void {
  view.dispatch(view.state.tr.setSelection(Selection.atStart(view.state.doc)).scrollIntoView());
  // At once: TipTap's own command waits for a frame, and letters typed in it would still go elsewhere.
  view.focus();
}

/** Puts the caret at the end of the document, on a paragraph of its own if it ends in something else. */
export function writeAtEnd({ view }: Editor): void {
  const { tr } = view.state;
  leaveRoomAfter(tr);
  view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView());
  view.focus();
}

/** Without a paragraph below there would be no place to go on writing. */
function leaveRoomAfter(tr: Transaction): boolean {
  const { doc } = tr;
  const paragraph = doc.type.schema.nodes['paragraph'];
  if (doc.lastChild?.type !== paragraph && paragraph !== undefined) {
    tr.insert(doc.content.size, paragraph.create());
  }
  return true;
}

type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'subscript' | 'superscript';

function mark(name: Mark, shortcut: Shortcut, icon: LucideIcon): ToggleAction {
  return {
    name,
    label: () => words().actions[name],
    shortcut,
    icon,
    toggle: (editor) => editor.chain().focus().toggleMark(name).run(),
  };
}
