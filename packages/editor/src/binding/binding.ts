import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

import { nowOf } from '@indelible/document/rescue';

import { type InlineTools, updateInlineContent } from './inline-content.ts';

export interface RelativeSelection {
  readonly type: string;
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** What the library's own types leave out: that no selection may be waiting, and the hook of our patch. */
type Binding = Omit<ProsemirrorBinding, 'beforeTransactionSelection' | '_isLocalCursorInView'> & {
  beforeTransactionSelection: RelativeSelection | null;
  /** Whether to scroll to the caret when somebody else has written. */
  _isLocalCursorInView: () => boolean;
  updateInline?: (parent: Y.XmlElement, node: Node, tools: InlineTools) => void;
};

/** What binds an editor to its Yjs document. */
export function bindingOf(view: EditorView): Binding {
  return (ySyncPluginKey.getState(view.state) as { binding: Binding }).binding;
}

/** Has texts updated in our way. */
export function bindInlineContent(view: EditorView): void {
  bindingOf(view).updateInline = (parent, node, tools) => {
    const { $head } = view.state.selection;
    const caret = $head.parent === node ? $head.parentOffset : undefined;
    updateInlineContent(parent, node, tools, caret);
  };
}

/**
 * Has the caret go along when somebody else changes the shape of the paragraph it is in, which makes copies of the
 * letters around it.
 *
 * @returns a function that ends it.
 */
export function bindCaret(view: EditorView): () => void {
  const binding = bindingOf(view);
  const { doc } = binding;
  const follow = (): void => {
    const selection = binding.beforeTransactionSelection;
    if (selection === null) return;
    const [anchor, head] = [copyOf(doc, selection.anchor), copyOf(doc, selection.head)];
    if (anchor === selection.anchor && head === selection.head) return;
    binding.beforeTransactionSelection = { ...selection, anchor, head };
  };
  doc.on('beforeObserverCalls', follow);
  return () => doc.off('beforeObserverCalls', follow);
}

function copyOf(doc: Y.Doc, position: Y.RelativePosition): Y.RelativePosition {
  const { item, assoc } = position;
  if (item === null || !Y.getItem(doc.store, item).deleted) return position;
  const now = nowOf(doc, item);
  if (now === null) return position;
  return new Y.RelativePosition(null, null, Y.createID(now.client, now.clock), assoc);
}
