import { useSyncExternalStore } from 'react';

import { keepOffline, keptOffline } from './kept-offline.ts';
import type { StoredValue } from './stored-value.ts';

/** A stored value, as it changes. */
export const useStored = <T>(value: StoredValue<T>): T =>
  useSyncExternalStore(value.subscribe, value.read);

/** Whether a document is to be kept on this device, and how to change that. */
export function useKeptOffline(id: string): readonly [boolean, (keep: boolean) => void] {
  const isKept = Object.hasOwn(useStored(keptOffline), id);
  return [isKept, (keep) => keepOffline(id, keep)];
}
