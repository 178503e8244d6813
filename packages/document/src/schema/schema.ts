import { type Extensions, getSchema } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';

import { Callout } from './callout.ts';
import { CodeBlock } from './code-block.ts';
import { Highlight, TextColor } from './color-marks.ts';
import { DateNode } from './date.ts';
import { Details, DetailsContent, DetailsSummary } from './details.ts';
import { Image } from './image.ts';
import { Link } from './link.ts';
import { BlockMath, InlineMath } from './math.ts';
import { Embed, FileNode, Video } from './media.ts';
import { Mention } from './mention.ts';
import { Subscript, Superscript } from './script-marks.ts';
import { TableOfContents } from './table-of-contents.ts';
import { Table, TableCell, TableHeader } from './table.ts';

export { type ColorName, colorNames, parseColorName } from './colors.ts';
export { localOnly } from './local-only.ts';
export { repairingToTheEnd, repairTables } from './table-repair.ts';
export { type CalloutKind, calloutKinds } from './callout.ts';

/**
 * What a document may contain; the editor and everything headless use this one list.
 *
 * Changing a name, an attribute or what may stand where is a new `SCHEMA_VERSION`.
 */
export const extensions: Extensions = [
  StarterKit.configure({
    // Undo is Yjs's, so that it leaves other people's words alone.
    undoRedo: false,
    // It adds a paragraph wherever a document ends otherwise, at every reader at once.
    trailingNode: false,
    link: false,
    codeBlock: false,
    heading: { levels: [1, 2, 3, 4] },
    dropcursor: { class: 'ed-dropcursor', color: false, width: 2 },
  }),
  Link,
  Highlight,
  TextColor,
  Subscript,
  Superscript,
  CodeBlock,
  Callout,
  Details,
  DetailsSummary,
  DetailsContent,
  Image,
  FileNode,
  Video,
  Embed,
  InlineMath,
  BlockMath,
  TableOfContents,
  Mention,
  DateNode,
  TaskList,
  TaskItem.configure({
    nested: true,
    a11y: {
      checkboxLabel: (node, checked) =>
        `${checked ? 'Done' : 'To do'}: ${node.firstChild?.textContent || 'empty task'}`,
    },
  }),
  Table,
  TableRow,
  TableHeader,
  TableCell,
];

/** The ProseMirror schema made of `extensions`. */
export const schema = getSchema(extensions);
