import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import type { CSSProperties } from 'react';

import { useWords } from '../words/use-words.ts';
import { firstMessage } from './notify.ts';

const Toaster = lazy(async () => ({ default: (await import('sonner')).Toaster }));

const colors: CSSProperties & Record<`--${string}`, string> = {
  '--normal-bg': 'var(--surface-raised)',
  '--normal-text': 'var(--text)',
  '--normal-border': 'var(--border)',
  '--border-radius': 'var(--radius)',
};

/** Where short messages appear. Alt+T moves the focus there, pointing at them or focusing holds them. */
export function Toasts() {
  const isWanted = useSyncExternalStore(firstMessage.watch, firstMessage.isWanted);
  const { pages } = useWords();
  if (!isWanted) return null;
  return (
    <Suspense>
      <Toaster
        position="bottom-center"
        containerAriaLabel={pages.messages}
        style={colors}
        toastOptions={{
          style: { fontFamily: 'var(--font-ui)', fontSize: '0.9375rem' },
          classNames: {
            description: 'toast-detail',
            actionButton: 'toast-action',
            cancelButton: 'toast-action toast-second',
          },
        }}
      />
      <Placed />
    </Suspense>
  );
}

/** Says that what stands before it is on the page. */
function Placed() {
  useEffect(() => firstMessage.hasPlace(), []);
  return null;
}
