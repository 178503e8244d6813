import {
  chainCommands,
  joinBackward,
  joinTextblockForward,
  lift,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from '@tiptap/pm/commands';
import type { MarkType, NodeType } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command } from '@tiptap/pm/state';

import { schema } from '@indelible/document/schema';

const lineBreak: Command = ({ selection, tr }, dispatch) => {
  if (selection.$from.parent.type.spec.code === true) return false;
  dispatch?.(tr.insert(selection.from, node('hardBreak').create()));
  return true;
};

/** What people do to the shape of a text, as commands at the caret. */
export const shapes = {
  heading: setBlockType(node('heading'), { level: 1 }),
  paragraph: setBlockType(node('paragraph')),
  code: setBlockType(node('codeBlock')),
  bullets: wrapInList(node('bulletList')),
  numbers: wrapInList(node('orderedList')),
  quote: wrapIn(node('blockquote')),
  lift: chainCommands(liftListItem(node('listItem')), lift),
  sink: sinkListItem(node('listItem')),
  join: joinBackward,
  joinForward: joinTextblockForward,
  split: chainCommands(splitListItem(node('listItem')), splitBlock),
  break: lineBreak,
  bold: toggleMark(mark('bold')),
} as const satisfies Record<string, Command>;

function node(name: string): NodeType {
  const type = schema.nodes[name];
  if (type === undefined) throw new Error(`There is no ${name}.`);
  return type;
}

function mark(name: string): MarkType {
  const type = schema.marks[name];
  if (type === undefined) throw new Error(`There is no ${name}.`);
  return type;
}
