import { useCallback, useSyncExternalStore } from 'react';

import { readTitle, titleOf } from '@indelible/document';
import type { Provider } from '@indelible/provider';

/** The document's title as it is written; empty while nobody has given one. */
export function useTitle({ doc }: Provider): string {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const title = titleOf(doc);
      title.observe(onChange);
      return () => title.unobserve(onChange);
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => readTitle(doc));
}
