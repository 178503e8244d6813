import type { Editor } from '@tiptap/core';

import type { Trigger } from './suggestion.ts';

/** Opens a menu at the caret, as if its letter had been typed. */
export function typeTrigger({ view }: Editor, trigger: Trigger): void {
  const { tr, selection } = view.state;
  const { $from } = selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
  // It opens at the start of a word only.
  if (/\S$/.test(before)) {
    view.dispatch(tr.insertText(' '));
  }
  view.dispatch(view.state.tr.insertText(trigger).scrollIntoView());
  view.focus();
}
