import { expect, test } from 'vitest';

import { parseNames, withNames } from '../src/returning/names-seen.ts';
import { newsOf } from '../src/returning/return-news.ts';
import type { ReturnNews } from '../src/returning/return-news.ts';
import { words } from '../src/words/words.ts';

type Blocks = Parameters<typeof newsOf>[0]['blocks'];

/** Blocks of which only matters who wrote in them. */
const blocks = (...clients: readonly (readonly number[])[]): Blocks =>
  clients.map((ids) => ({ block: {} as Blocks[number]['block'], clients: new Set(ids) }));

const NAMES = new Map([
  [1, 'Bo'],
  [2, 'Bo'],
  [3, 'Cy'],
  [9, null],
]);

const counts = (news: ReturnNews | null) =>
  news && { named: news.named.map(({ name, count }) => [name, count]), byOthers: news.byOthers };

test('blocks are counted for everybody who wrote in them, one person once, the busiest first', () => {
  const changed = { blocks: blocks([3, 1], [1, 2], [2]), removed: 0 };
  expect(counts(newsOf(changed, NAMES))).toEqual({
    named: [
      ['Bo', 3],
      ['Cy', 1],
    ],
    byOthers: 0,
  });
});

test('those whom nobody has told the name of are others; what this browser wrote itself is no news', () => {
  const changed = { blocks: blocks([7], [], [9]), removed: 0 };
  const news = newsOf(changed, NAMES);
  expect(counts(news)).toEqual({ named: [], byOthers: 2 });
  expect(news?.blocks).toHaveLength(2);
  expect(newsOf({ blocks: blocks([9]), removed: 0 }, NAMES)).toBeNull();
});

test('the sentence says who and how much', () => {
  const { byReturn } = words();
  const parts = [byReturn.paragraphsBy(3, 'Bo'), byReturn.removed(1)];
  expect(byReturn.whileAway(parts)).toBe(
    '3 paragraphs by Bo and 1 paragraph removed while you were away',
  );
});

test('the names that were seen last stay, and the list is the same while nothing is new', () => {
  const known = withNames(
    [],
    new Map([
      [1, 'Bo'],
      [2, 'Cy'],
      [3, null],
    ]),
    3,
  );
  expect(withNames(known, new Map([[2, 'Cy']]), 3)).toBe(known);
  expect(
    withNames(
      known,
      new Map([
        [1, 'Bob'],
        [4, 'Di'],
      ]),
      3,
    ),
  ).toEqual([
    [3, null],
    [1, 'Bob'],
    [4, 'Di'],
  ]);
  expect(parseNames([[1, 'Bo'], ['x', 'y'], [2, null], [3, 4], 5])).toEqual([
    [1, 'Bo'],
    [2, null],
  ]);
});
