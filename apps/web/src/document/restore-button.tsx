import { ApiError } from '../api/api-error.ts';
import { useRestoreDocument } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { notifyFailure } from '../ui/notify.ts';

/** Brings a deleted document back for everybody. */
export function RestoreButton({ id, onRestored }: { id: string; onRestored: () => void }) {
  const { mutate, isPending } = useRestoreDocument();
  const restore = (): void => {
    if (isPending) return;
    mutate(
      { id },
      {
        onSuccess: onRestored,
        onError: (error) => {
          const gone = error instanceof ApiError && error.code === 'notFound';
          void notifyFailure(
            'Couldn’t bring the document back',
            gone
              ? 'The server doesn’t have it any more. The copy on this device is still here.'
              : 'The server didn’t answer as it should. The copy on this device is still here; try again in a moment.',
          );
        },
      },
    );
  };
  return (
    <Button onClick={restore} aria-disabled={isPending}>
      Bring it back
    </Button>
  );
}
