import { useSyncExternalStore } from 'react';

/** Where the buttons for formatting are: beside what is selected, or always above the text. */
export const toolbarPlaces = ['selection', 'above'] as const;
export type ToolbarPlace = (typeof toolbarPlaces)[number];

const KEY = 'indelible:toolbar';

const listeners = new Set<() => void>();
let chosen: ToolbarPlace | null = null;

/** Where the buttons are in this browser, and how to put them elsewhere. */
export function useToolbarPlace(): readonly [ToolbarPlace, (place: ToolbarPlace) => void] {
  const place = useSyncExternalStore(subscribe, () => (chosen ??= read()));
  return [place, choose];
}

function choose(place: ToolbarPlace): void {
  chosen = place;
  try {
    localStorage.setItem(KEY, place);
  } catch {
    // Not kept; it holds for this page.
  }
  for (const tell of listeners) tell();
}

function subscribe(onChange: () => void): () => void {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key !== KEY) return;
    chosen = null;
    onChange();
  };
  listeners.add(onChange);
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(onChange);
    removeEventListener('storage', onStorage);
  };
}

function read(): ToolbarPlace {
  try {
    return localStorage.getItem(KEY) === 'above' ? 'above' : 'selection';
  } catch {
    return 'selection';
  }
}
