import { Extension } from '@tiptap/core';
import { Selection, type Transaction } from '@tiptap/pm/state';
import { ReplaceAroundStep } from '@tiptap/pm/transform';

/**
 * A caption is text, and what turns texts into headings or plain paragraphs would take the picture away with it. Such
 * steps are left out, and the rest of what was asked for is done.
 */
export const captionGuard = Extension.create({
  name: 'captionGuard',
  dispatchTransaction({ transaction, next }) {
    const isHarmful = transaction.steps.some((_step, index) =>
      takesPictureAway(transaction, index),
    );
    next(isHarmful ? withoutHarm(transaction, this.editor.state.tr) : transaction);
  },
});

function takesPictureAway({ steps, docs }: Transaction, index: number): boolean {
  const step = steps[index];
  if (!(step instanceof ReplaceAroundStep)) return false;
  const keepsInside = step.gapFrom === step.from + 1 && step.gapTo === step.to - 1;
  const before = docs[index]?.nodeAt(step.from);
  const after = step.slice.content.firstChild;
  return keepsInside && before?.type.name === 'image' && after?.type.name !== 'image';
}

/** The steps left out change no sizes, so that the others fit as they are. */
function withoutHarm(transaction: Transaction, tr: Transaction): Transaction {
  for (const [index, step] of transaction.steps.entries()) {
    if (!takesPictureAway(transaction, index)) tr.maybeStep(step);
  }
  return tr.setSelection(Selection.fromJSON(tr.doc, transaction.selection.toJSON()));
}
