import { useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';

import { groupPeople, type PersonHere } from './people.ts';

/** The people who have the document open, oneself first; the same array until somebody comes, goes or changes. */
export function usePeople(awareness: Awareness): readonly PersonHere[] {
  const store = useMemo(() => peopleStore(awareness), [awareness]);
  return useSyncExternalStore(store.subscribe, store.people);
}

function peopleStore(awareness: Awareness) {
  let shown: readonly PersonHere[] = [];
  let key = '';
  return {
    subscribe: (onChange: () => void) => {
      awareness.on('change', onChange);
      return () => awareness.off('change', onChange);
    },
    people: () => {
      const now = groupPeople(awareness.getStates(), awareness.clientID);
      const nowKey = JSON.stringify(now);
      // Presence also changes with every move of a caret, which is nothing to draw an avatar again for.
      if (nowKey !== key) [shown, key] = [now, nowKey];
      return shown;
    },
  };
}
