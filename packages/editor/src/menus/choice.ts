import type { Editor } from '@tiptap/core';
import type { LucideIcon } from 'lucide-react';

/** Something a menu offers. */
export interface Choice {
  /** Unlike that of all others in the menu. */
  readonly name: string;
  readonly label: string;
  /** A sign before the label: an icon, or letters as they are. */
  readonly sign: LucideIcon | string;
  /** What stands at the end of the line, such as keys. */
  readonly detail?: string;
  /** The heading above it and its neighbours of the same group. */
  readonly group: string;
  /** Called when what was typed for the menu has been taken out. */
  readonly choose: (editor: Editor) => void;
}
