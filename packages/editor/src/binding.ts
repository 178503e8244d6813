import type { EditorView } from '@tiptap/pm/view';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

import type { updateInlineContent } from './inline-content.ts';

export interface RelativeSelection {
  readonly type: string;
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** What the library's own types leave out: that no selection may be waiting, and the hook of our patch. */
type Binding = Omit<ProsemirrorBinding, 'beforeTransactionSelection'> & {
  beforeTransactionSelection: RelativeSelection | null;
  updateInline?: typeof updateInlineContent;
};

/** What binds an editor to its Yjs document. */
export function bindingOf(view: EditorView): Binding {
  return (ySyncPluginKey.getState(view.state) as { binding: Binding }).binding;
}
