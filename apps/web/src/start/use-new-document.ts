import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

import { useCreateDocument } from '../api/queries.ts';
import { notifyFailure } from '../ui/notify.ts';

/** Makes a document and opens it. */
export function useNewDocument(): { readonly create: () => void; readonly busy: boolean } {
  const { mutate, isPending } = useCreateDocument();
  const navigate = useNavigate();
  const create = useCallback(() => {
    if (isPending) return;
    mutate(undefined, {
      onSuccess: ({ id }) => void navigate({ to: '/d/$id', params: { id } }),
      onError: () =>
        void notifyFailure(
          'Couldn’t make a new document',
          'A new document needs the server, and it didn’t answer. Documents kept on this device still open.',
        ),
    });
  }, [isPending, mutate, navigate]);
  return { create, busy: isPending };
}
