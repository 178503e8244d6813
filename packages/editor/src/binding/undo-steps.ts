import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform';
import type * as Y from 'yjs';

import { isFromYjs } from './is-from-yjs.ts';

/** What somebody did to the text; what is of another kind is another step of undo. */
type EditKind = 'typing' | 'deleting' | 'replacing' | 'formatting' | 'pasting' | 'structure';

/** Letters after which the next word begins another step, so that a long sentence is not lost by one key. */
const LONG_ENOUGH = 20;

interface Steps {
  /** Counts the steps that have begun. */
  readonly count: number;
  readonly kind: EditKind | null;
  /** How many letters have been typed in this step. */
  readonly letters: number;
  readonly endsWithSpace: boolean;
}

const NOTHING: Steps = { count: 0, kind: null, letters: 0, endsWithSpace: false };

const key = new PluginKey<Steps>('undoSteps');

/**
 * Parts what is undone by one key: typing, deleting, formatting, pasting and changes of structure are steps of their own,
 * and so is what is typed after the caret was put elsewhere. Pauses are the history's own business.
 *
 * Must come before the binding among the plugins, for it ends a step before the next change is written.
 */
export function undoSteps(history: Y.UndoManager): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => NOTHING,
      apply: (transaction, steps) => stepsAfter(transaction, steps),
    },
    view: () => ({
      update: ({ state }, before) => {
        if (key.getState(state)?.count !== key.getState(before)?.count) history.stopCapturing();
      },
    }),
  });
}

function stepsAfter(transaction: Transaction, steps: Steps): Steps {
  // What a plugin adds to an edit belongs to it.
  if (isFromYjs(transaction) || transaction.getMeta('appendedTransaction') !== undefined)
    return steps;
  if (!transaction.docChanged) {
    return transaction.selectionSet && steps.kind !== null ? { ...steps, kind: null } : steps;
  }
  const edit = editOf(transaction);
  const begins = beginsStep(edit, steps);
  const letters = (begins ? 0 : steps.letters) + edit.text.length;
  const endsWithSpace = edit.kind === 'typing' && /\s$/u.test(edit.text);
  return { count: steps.count + (begins ? 1 : 0), kind: edit.kind, letters, endsWithSpace };
}

interface Edit {
  readonly kind: EditKind;
  /** What was typed. */
  readonly text: string;
  /** How much was deleted. */
  readonly removed: number;
}

function beginsStep({ kind, text, removed }: Edit, steps: Steps): boolean {
  if (kind !== steps.kind) return true;
  if (kind === 'deleting') return removed > 1;
  if (kind !== 'typing') return true;
  return steps.letters >= LONG_ENOUGH && steps.endsWithSpace && /^\S/u.test(text);
}

function editOf(transaction: Transaction): Edit {
  const edit = { text: '', removed: 0 };
  const kindOf = (kind: EditKind): Edit => ({ ...edit, kind });
  const event: unknown = transaction.getMeta('uiEvent');
  if (event !== undefined || transaction.getMeta('paste') === true) return kindOf('pasting');
  const { steps, docs } = transaction;
  if (steps.some((step) => step instanceof AddMarkStep || step instanceof RemoveMarkStep))
    return kindOf('formatting');
  for (const [index, step] of steps.entries()) {
    const change = changeOfText(step, docs[index]);
    if (change === null) return kindOf('structure');
    edit.text += change.text;
    edit.removed += change.removed;
  }
  // While an input method is composing it replaces its own letters again and again.
  if (transaction.getMeta('composition') !== undefined) return kindOf('typing');
  if (edit.text === '') return kindOf('deleting');
  return kindOf(edit.removed === 0 ? 'typing' : 'replacing');
}

/** What a step does to the words of one block; null if it does more than that. */
function changeOfText(
  step: Step,
  doc: Transaction['doc'] | undefined,
): { readonly text: string; readonly removed: number } | null {
  if (!(step instanceof ReplaceStep) || doc === undefined) return null;
  const { from, to, slice } = step;
  if (slice.openStart > 0 || slice.openEnd > 0) return null;
  const $from = doc.resolve(from);
  if (!$from.parent.inlineContent || !$from.sameParent(doc.resolve(to))) return null;
  let text = '';
  let isText = true;
  slice.content.forEach((node) => {
    if (node.isText) text += node.text ?? '';
    else isText = false;
  });
  return isText ? { text, removed: to - from } : null;
}
