import { useCallback, useRef } from 'react';

import { ApiError } from '../api/api-error.ts';
import { useDeleteDocument, useRestoreDocument } from '../api/queries.ts';
import { deleteLater, deletions, forgetDeletion } from '../offline/deletions.ts';
import { dismiss, notify, notifyFailure } from '../ui/notify.ts';
import { words } from '../words/words.ts';

/** A deletion that takes effect at once and can be taken back for a while. */
export interface Deletion {
  readonly remove: (document: { readonly id: string; readonly title: string }) => void;
  /** Takes back the latest deletion whose message is still there. @returns whether there was one. */
  readonly undoLatest: () => boolean;
}

/** Deletes documents, with a message that offers to undo it. */
export function useDeleteWithUndo(): Deletion {
  const { mutateAsync: erase } = useDeleteDocument();
  const { mutateAsync: restore } = useRestoreDocument();
  const undos = useRef(new Map<string, () => void>());

  const remove: Deletion['remove'] = useCallback(
    ({ id, title }) => {
      const { pages, changes } = words();
      const name = title || pages.untitled;
      const message = `deleted-${id}`;
      const forget = (): void => void undos.current.delete(id);
      // Without a server it is deleted here, and there when it is back.
      const erased = erase({ id }).catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.code !== 'unreachable') throw error;
        deleteLater(id);
      });
      const undo = (): void => {
        forget();
        void dismiss(message);
        // It may be asked for before the server has answered, so it waits for that.
        erased
          .then(async () => {
            if (deletions.read().includes(id)) forgetDeletion(id);
            else await restore({ id });
          })
          .catch(() => couldNot(changes.couldNotBringBack(name)));
      };
      undos.current.set(id, undo);
      void notify({
        id: message,
        text: changes.deleted(name),
        action: { label: changes.undo, act: undo },
        onGone: () => {
          if (undos.current.get(id) === undo) forget();
        },
      });
      erased.catch(() => {
        forget();
        void dismiss(message);
        couldNot(changes.couldNotDelete(name));
      });
    },
    [erase, restore],
  );

  const undoLatest = useCallback(() => {
    const latest = [...undos.current.values()].at(-1);
    latest?.();
    return latest !== undefined;
  }, []);

  return { remove, undoLatest };
}

const couldNot = (what: string): void => void notifyFailure(what, words().changes.nothingElse);
