import { Fragment, type Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import type { ReadFile } from '@indelible/document/files';

import { putBlock } from '../uploads/places.ts';

const READABLE = /\.(?:md|markdown|docx|html?)$/i;

/** Whether what a file says is put into the text. */
export const isReadable = ({ name }: File): boolean => READABLE.test(name);

/** The blocks of files, one below the other; a title is a heading of its own. */
export function blocksOf(files: readonly ReadFile[]): Node[] {
  return files.flatMap(({ result: { title, content } }) => {
    const { schema } = content.type;
    const heading = title === null || title === '' ? [] : [schema.text(title)];
    return [
      ...(heading.length === 0 ? [] : [schema.node('heading', { level: 1 }, heading)]),
      ...content.children,
    ];
  });
}

/** Puts blocks of any list of the same schema into the text, with the caret behind them. */
export function insertBlocks(view: EditorView, blocks: readonly Node[], position: number): void {
  const { tr, schema } = view.state;
  // The editor's schema is made of the same list, but it is another object.
  const own = Fragment.fromArray(blocks.map((block) => schema.nodeFromJSON(block.toJSON())));
  const place = putBlock(tr, position, own);
  tr.setSelection(Selection.near(tr.doc.resolve(place + own.size), -1));
  view.dispatch(tr.scrollIntoView().setMeta('paste', true));
}
