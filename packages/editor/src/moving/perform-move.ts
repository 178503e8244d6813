import type { EditorView } from '@tiptap/pm/view';
import { updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';

import { bindingOf } from '../binding/binding.ts';
import type { Move } from './move.ts';

/**
 * Moves blocks in the document and on the page.
 *
 * To the binding a move is a difference between two pages, and of two paragraphs that change places it would rewrite the
 * words of both: what somebody else types into one of them meanwhile would end up in the other. Told in two halves, it
 * takes the block out and puts it in again, and what is typed into it goes along.
 */
export function performMove(view: EditorView, { tr, between }: Move): void {
  const binding = bindingOf(view);
  binding.mux(() => {
    binding.doc.transact(() => {
      updateYFragment(binding.doc, binding.type, between, binding);
      updateYFragment(binding.doc, binding.type, tr.doc, binding);
    }, ySyncPluginKey);
  });
  view.dispatch(tr.scrollIntoView());
}
