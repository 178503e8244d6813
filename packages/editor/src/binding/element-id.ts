import type { EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';

import { bindingOf } from './binding.ts';

/**
 * A name of the block at a place that stays the same for everybody and at every visit, as long as the block is not
 * made anew; null if it is not in the Yjs document.
 */
export function elementId(view: EditorView, at: number): string | null {
  const $at = view.state.doc.resolve(at);
  let parent: Y.XmlFragment = bindingOf(view).type;
  for (let depth = 0; depth <= $at.depth; depth += 1) {
    const child: unknown = parent.get($at.index(depth));
    if (!(child instanceof Y.XmlElement)) return null;
    parent = child;
  }
  const id = parent._item?.id;
  return id === undefined ? null : `${id.client}-${id.clock}`;
}
