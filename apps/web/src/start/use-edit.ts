import { useMemo } from 'react';

import { useRenameDocument } from '../api/queries.ts';
import { deleteLater, forgetDeletion } from '../offline/deletions.ts';
import { tellDevice } from '../offline/device-news.ts';
import { serverTime } from '../offline/server-time.ts';
import { notify, notifyFailure } from '../ui/notify.ts';
import { words } from '../words/words.ts';
import type { RowDocument } from './document-row.tsx';
import { rememberTitle } from './remembered.ts';

/** What can be done with a row besides opening it. */
export interface Edit {
  rename(id: string, title: string): void;
  remove(document: RowDocument): void;
}

/**
 * Renaming and deleting: by the server if it is there, otherwise on this device, until it is.
 *
 * @param remove deletes on the server.
 */
export function useEdit(isOffline: boolean, remove: Edit['remove']): Edit {
  const { mutate } = useRenameDocument();
  return useMemo(() => {
    if (isOffline) return { rename: renameOffline, remove: removeOffline };
    const onError = (): void => {
      const { couldNotRename, keepsOldTitle } = words().changes;
      void notifyFailure(couldNotRename, keepsOldTitle);
    };
    return { remove, rename: (id, title) => mutate({ id, title }, { onError }) };
  }, [isOffline, remove, mutate]);
}

function renameOffline(id: string, title: string): void {
  // Loaded on demand: it brings the whole document machinery along.
  import('../offline/edit-here.ts')
    .then(({ renameHere }) => renameHere(id, title))
    .then(() => {
      rememberTitle(id, title, serverTime());
      tellDevice();
    })
    .catch(() => {
      const { changes, offline } = words();
      void notifyFailure(changes.couldNotRename, offline.renameFailedDetail);
    });
}

function removeOffline({ id, title }: RowDocument): void {
  const { offline, pages, changes } = words();
  deleteLater(id);
  void notify({
    id: `deleted-${id}`,
    text: offline.deletedHere(title || pages.untitled),
    action: { label: changes.undo, act: () => forgetDeletion(id) },
    onGone: () => undefined,
  });
}
