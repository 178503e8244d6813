import './palette.css';
import { type ComponentType, lazy, Suspense } from 'react';

import { deskOf, useDesk } from '@indelible/editor/desk';
import type { Provider } from '@indelible/provider';

const DocumentPalette = later(async () => (await import('./document-palette.tsx')).DocumentPalette);
const DocumentShortcuts = later(
  async () => (await import('./document-shortcuts.tsx')).DocumentShortcuts,
);
const StartPalette = later(async () => (await import('./start-palette.tsx')).StartPalette);
const StartShortcuts = later(async () => (await import('./start-shortcuts.tsx')).StartShortcuts);

/** What a document's page opens in front of itself. */
export function DocumentDialogs({ id, provider }: { id: string; provider: Provider }) {
  const desk = deskOf(provider);
  const isPalette = useDesk(desk, 'palette');
  const isShortcuts = useDesk(desk, 'shortcuts');
  return (
    <Suspense>
      {isPalette && (
        <DocumentPalette id={id} provider={provider} onClose={() => desk.put({ palette: false })} />
      )}
      {isShortcuts && <DocumentShortcuts onClose={() => desk.put({ shortcuts: false })} />}
    </Suspense>
  );
}

export type StartDialog = 'none' | 'palette' | 'shortcuts';

/** What the start page opens in front of itself. */
export function StartDialogs({ open, onClose }: { open: StartDialog; onClose: () => void }) {
  return (
    <Suspense>
      {open === 'palette' && <StartPalette onClose={onClose} />}
      {open === 'shortcuts' && <StartShortcuts onClose={onClose} />}
    </Suspense>
  );
}

/** What can't be fetched is missing; the page goes on. */
function later<T>(load: () => Promise<ComponentType<T>>) {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch {
      return { default: Nothing as ComponentType<T> };
    }
  });
}

const Nothing = () => null;
