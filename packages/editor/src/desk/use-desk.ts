import { useSyncExternalStore } from 'react';

import type { Desk, DeskState } from './desk.ts';

/** One thing on a desk, as it changes. */
export function useDesk<K extends keyof DeskState>(desk: Desk, name: K): DeskState[K] {
  return useSyncExternalStore(desk.subscribe, () => desk.state()[name]);
}
