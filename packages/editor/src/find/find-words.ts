import { words } from '../words/words.ts';
import type { FindView } from './find.ts';

/** What has become of a search, in a few words. */
export function findWords({ state, count, number, detail }: FindView): string {
  const said = words().find;
  switch (state) {
    case 'nothing':
      return '';
    case 'searching':
    case 'found':
      if (state === 'searching' && count === 0) return '';
      if (count === 0) return said.none;
      return number === 0 ? said.count(count) : said.number(number, count);
    case 'invalid':
      return said.invalid(detail);
    case 'slow':
      return said.slow;
    case 'failed':
      return said.failed;
    default:
      return state satisfies never;
  }
}
