import { useCallback } from 'react';

import { useCreateDocument } from '../api/queries.ts';
import { documentAddress } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { notifyFailure } from '../ui/notify.ts';
import { words } from '../words/words.ts';

/** Makes a document and opens it. */
export function useNewDocument(): { readonly create: () => void; readonly busy: boolean } {
  const { mutate, isPending } = useCreateDocument();
  const create = useCallback(() => {
    if (isPending) return;
    mutate(undefined, {
      onSuccess: ({ id }) => void go(documentAddress(id)),
      onError: () => {
        const { couldNotCreate, createNeedsServer } = words().changes;
        void notifyFailure(couldNotCreate, createNeedsServer);
      },
    });
  }, [isPending, mutate]);
  return { create, busy: isPending };
}
