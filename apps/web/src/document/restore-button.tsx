import { ApiError } from '../api/api-error.ts';
import { useRestoreDocument } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { notifyFailure } from '../ui/notify.ts';
import { useWords } from '../words/use-words.ts';

/** Brings a deleted document back for everybody. */
export function RestoreButton({ id, onRestored }: { id: string; onRestored: () => void }) {
  const { mutate, isPending } = useRestoreDocument();
  const { changes } = useWords();
  const restore = (): void => {
    if (isPending) return;
    mutate(
      { id },
      {
        onSuccess: onRestored,
        onError: (error) => {
          const gone = error instanceof ApiError && error.code === 'notFound';
          void notifyFailure(
            changes.couldNotRestore,
            gone ? changes.goneForGood : changes.copyStillHere,
          );
        },
      },
    );
  };
  return (
    <Button onClick={restore} aria-disabled={isPending}>
      {changes.bringBack}
    </Button>
  );
}
