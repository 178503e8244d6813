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
  const { mutateAsync, isPending } = useCreateDocument(isOffline);
  const create = useCallback(() => {
    if (isPending) return;
    // Not callbacks of the mutation: who asked may be gone by then, as the palette is.
    mutateAsync().then(
      ({ id }) => go(documentAddress(id)),
      () => {
        const { changes, offline } = words();
        void notifyFailure(changes.couldNotCreate, offline.createFailedDetail);
      },
    );
  }, [isPending, mutateAsync]);
  return { create, busy: isPending };
}
