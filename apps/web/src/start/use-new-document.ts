import { useCallback } from 'react';

import { useCreateDocument } from '../api/queries.ts';
import { documentAddress } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { notifyFailure } from '../ui/notify.ts';
import { words } from '../words/words.ts';

/** Makes a document and opens it: on the server, or on this device while there is none. */
export function useNewDocument(isOffline: boolean): {
  readonly create: () => void;
  readonly busy: boolean;
} {
  const { mutate, isPending } = useCreateDocument(isOffline);
  const create = useCallback(() => {
    if (isPending) return;
    mutate(undefined, {
      onSuccess: ({ id }) => void go(documentAddress(id)),
      onError: () => {
        const { changes, offline } = words();
        void notifyFailure(changes.couldNotCreate, offline.createFailedDetail);
      },
    });
  }, [isPending, mutate]);
  return { create, busy: isPending };
}
