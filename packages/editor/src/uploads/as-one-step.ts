import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/** What one key undoes. */
export type UndoStep = UndoManager['undoStack'][number];

const historyOf = ({ state }: EditorView): UndoManager | undefined =>
  (yUndoPluginKey.getState(state) as { undoManager?: UndoManager } | undefined)?.undoManager;

/** Does something that is undone by itself, whatever was typed just before and after. */
export function asOneStep(view: EditorView, work: () => void): UndoStep | null {
  const history = historyOf(view);
  history?.stopCapturing();
  const before = history?.undoStack.at(-1);
  work();
  history?.stopCapturing();
  const step = history?.undoStack.at(-1);
  return step === before ? null : (step ?? null);
}

/** Makes a change that is undone along with a step, if that is still the last one; or else by itself. */
export function asPartOf(view: EditorView, step: UndoStep | null, change: Transaction): void {
  const history = historyOf(view);
  if (history === undefined || step === null || history.undoStack.at(-1) !== step) {
    asOneStep(view, () => view.dispatch(change));
    return;
  }
  // Yjs joins what comes soon after; and the editor's own steps leave out what belongs to another change.
  history.lastChange = Date.now();
  view.dispatch(change.setMeta('appendedTransaction', change));
  history.stopCapturing();
}

/** Takes a step back if it is still the last. @returns whether it was. */
export function undoStep(view: EditorView, step: UndoStep | null): boolean {
  const history = historyOf(view);
  if (step === null || history?.undoStack.at(-1) !== step) return false;
  history.undo();
  return true;
}

/** Calls once when a step is undone. */
export function onUndone(view: EditorView, step: UndoStep | null, undone: () => void): void {
  const history = historyOf(view);
  const popped = (event: { readonly stackItem: UndoStep; readonly type: string }): void => {
    if (event.type !== 'undo' || event.stackItem !== step) return;
    history?.off('stack-item-popped', popped);
    undone();
  };
  if (step !== null) history?.on('stack-item-popped', popped);
}
