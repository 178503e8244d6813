import type * as Y from 'yjs';

import { titleOf } from './roots.ts';
import { textEdit } from './text-edit.ts';

/** UTF-16 units shown in lists and accepted by the title field. */
export const MAX_TITLE_LENGTH = 500;

/** A title is one line: line breaks and the spaces around them become one space. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\n\r\u2028\u2029]+\s*/g, ' ');
}

/** The title as lists show it: one line, trimmed, cut to `MAX_TITLE_LENGTH`; empty if nobody has given one. */
export function readTitle(doc: Y.Doc): string {
  const title = oneLine(titleOf(doc).toJSON()).trim();
  if (title.length <= MAX_TITLE_LENGTH) return title;
  return title.slice(0, MAX_TITLE_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** Makes `title` the document's title with the smallest edit, so that letters typed meanwhile survive. */
export function setTitle(doc: Y.Doc, title: string, origin: unknown = null): void {
  const text = titleOf(doc);
  const edit = textEdit(text.toJSON(), oneLine(title));
  if (edit.remove === 0 && edit.insert === '') return;
  doc.transact(() => {
    text.delete(edit.index, edit.remove);
    text.insert(edit.index, edit.insert);
  }, origin);
}
