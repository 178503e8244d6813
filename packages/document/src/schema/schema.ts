import { type Extensions, getSchema } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';

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
  Bold,
  Blockquote,
  BulletList,
  Code,
  Document,
  HardBreak,
  Heading.configure({ levels: [1, 2, 3, 4] }),
  HorizontalRule,
  Italic,
  ListItem,
  OrderedList,
  Paragraph,
  Strike,
  Text,
  Underline,
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
