import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** Puts a document's content in place of the selection, as one change. */
export function insertContent(view: EditorView, content: Node): void {
  const { state } = view;
  // The editor's schema is made of the same list, but it is another object.
  const blocks = content.children.map((child) => state.schema.nodeFromJSON(child.toJSON()));
  const isLine = blocks.length === 1 && blocks[0]?.type.name === 'paragraph';
  const slice = new Slice(Fragment.fromArray(blocks), isLine ? 1 : 0, isLine ? 1 : 0);
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
}
