import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/** Does something that is undone by itself, whatever was typed just before and after. */
export function asOneStep({ state }: EditorView, work: () => void): void {
  const undo = yUndoPluginKey.getState(state) as { undoManager?: UndoManager } | undefined;
  undo?.undoManager?.stopCapturing();
  work();
  undo?.undoManager?.stopCapturing();
}
