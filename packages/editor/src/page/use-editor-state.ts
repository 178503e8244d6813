import type { Editor } from '@tiptap/core';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

type Values = Readonly<Record<string, unknown>>;

/**
 * What a component shows of the editor; the same object until one of its values changes.
 *
 * @param select must stay the same function.
 */
export function useEditorState<T extends Values>(editor: Editor, select: (editor: Editor) => T): T {
  const store = useMemo(() => editorStore(editor, select), [editor, select]);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

function editorStore<T extends Values>(editor: Editor, select: (editor: Editor) => T) {
  let shown = select(editor);
  return {
    subscribe: (onChange: () => void) => {
      editor.on('transaction', onChange);
      return () => {
        editor.off('transaction', onChange);
      };
    },
    snapshot: () => {
      if (editor.isDestroyed) return shown;
      const now = select(editor);
      if (Object.keys(now).some((key) => !Object.is(now[key], shown[key]))) shown = now;
      return shown;
    },
  };
}

/** Whether there is something to undo and to redo, in the title or the content. */
export function useHistory(history: Y.UndoManager): { undo: boolean; redo: boolean } {
  const store = useMemo(
    () => ({
      subscribe: (onChange: () => void) => {
        history.on('stack-item-added', onChange);
        history.on('stack-item-popped', onChange);
        history.on('stack-cleared', onChange);
        return () => {
          history.off('stack-item-added', onChange);
          history.off('stack-item-popped', onChange);
          history.off('stack-cleared', onChange);
        };
      },
      // Two bits, because a snapshot must compare equal.
      snapshot: () => (history.canUndo() ? 1 : 0) + (history.canRedo() ? 2 : 0),
    }),
    [history],
  );
  const bits = useSyncExternalStore(store.subscribe, store.snapshot);
  return { undo: (bits & 1) !== 0, redo: (bits & 2) !== 0 };
}
