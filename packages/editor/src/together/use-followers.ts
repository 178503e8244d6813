import { useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';

import { parsePerson } from '../people/person.ts';
import { followersOf } from './follow.ts';

/** The names of those who follow this page's person. */
export function useFollowers(awareness: Awareness): readonly string[] {
  const key = useSyncExternalStore(
    (onChange) => {
      awareness.on('change', onChange);
      return () => awareness.off('change', onChange);
    },
    () => {
      const own = parsePerson(awareness.getLocalState(), awareness.clientID)?.id;
      return JSON.stringify(own === undefined ? [] : followersOf(awareness.getStates(), own));
    },
  );
  return JSON.parse(key) as string[];
}
