import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

import { type InlineTools, updateInlineContent } from './inline-content.ts';

export interface RelativeSelection {
  readonly type: string;
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** What the library's own types leave out: that no selection may be waiting, and the hook of our patch. */
type Binding = Omit<ProsemirrorBinding, 'beforeTransactionSelection'> & {
  beforeTransactionSelection: RelativeSelection | null;
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
