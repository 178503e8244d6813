import './palette.css';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';

import { deskOf, useDesk } from '@indelible/editor/desk';
import type { Provider } from '@indelible/provider';

const documentPalette = async () => (await import('./document-palette.tsx')).DocumentPalette;
const startPalette = async () => (await import('./start-palette.tsx')).StartPalette;

const DocumentPalette = later(documentPalette);
const DocumentShortcuts = later(
  async () => (await import('./document-shortcuts.tsx')).DocumentShortcuts,
);
const StartPalette = later(startPalette);
const StartShortcuts = later(async () => (await import('./start-shortcuts.tsx')).StartShortcuts);

/** Milliseconds after which a page has what it needs first. */
const AHEAD = 1_000;

/** Fetches something before it is asked for: what is typed right after its keys would be typed into the page. */
function useAhead(load: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), AHEAD);
    return () => clearTimeout(timer);
  }, [load]);
}

/** What a document's page opens in front of itself. */
export function DocumentDialogs({ id, provider }: { id: string; provider: Provider }) {
  const desk = deskOf(provider);
  const isPalette = useDesk(desk, 'palette');
  const isShortcuts = useDesk(desk, 'shortcuts');
  useAhead(documentPalette);
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
  useAhead(startPalette);
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
