import { useEffect, useState } from 'react';

import { useFoundDocuments } from '../api/queries.ts';
import type { Found } from './search-rows.ts';

/** What the server finds in the texts for the words in the search field. */
export interface FullText {
  /**
   * `none`: nothing is sought · `searching`: `found` is still that of the words before · `done` ·
   * `failed`: the server couldn't search.
   */
  readonly state: 'none' | 'searching' | 'done' | 'failed';
  readonly found: Found;
  /** There are more than `found`. */
  readonly more: boolean;
  readonly retry: () => void;
}

/** Milliseconds without a keystroke after which the server is asked. */
const PAUSE = 150;

/** Asks the server for the documents with these words, once the typing pauses; none for an empty text. */
export function useFound(sought: string): FullText {
  const words = sought.trim();
  const settled = useAfterPause(words);
  const asked = words === '' ? '' : settled;
  const { data, error, isPlaceholderData, refetch } = useFoundDocuments(asked);
  const retry = (): void => void refetch();
  if (words === '') return { state: 'none', found: [], more: false, retry };
  if (asked === words && error) return { state: 'failed', found: [], more: false, retry };
  const isDone = asked === words && data !== undefined && !isPlaceholderData;
  return {
    state: isDone ? 'done' : 'searching',
    found: data?.documents ?? [],
    more: isDone && data.more,
    retry,
  };
}

function useAfterPause(value: string): string {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return late;
}
