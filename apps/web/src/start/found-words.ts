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
  const words = sought.trim();
  if (words === '' || state === 'searching') return '';
  if (more) return 'More documents have these words than are shown. One more word finds fewer.';
  if (count > 0) return count === 1 ? '1 document' : `${count} documents`;
  if (state === 'done') {
    return `No document contains “${words}”. What was written a moment ago may not be found yet.`;
  }
  return `No title contains “${words}”.`;
}
