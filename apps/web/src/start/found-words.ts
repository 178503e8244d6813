import { words } from '../words/words.ts';
import type { FullText } from './use-found.ts';

interface Search {
  readonly sought: string;
  readonly state: FullText['state'];
  readonly more: boolean;
  /** How many rows are shown. */
  readonly count: number;
}

/** How many documents a search has found, as everybody is told; empty while there is nothing to say. */
export function foundWords({ sought, state, more, count }: Search): string {
  const text = sought.trim();
  const { search } = words();
  if (text === '' || state === 'searching') return '';
  if (more) return search.more;
  if (count > 0) return search.found(count);
  return state === 'done' ? search.nothing(text) : search.noTitle(text);
}
