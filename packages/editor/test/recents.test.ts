import { expect, test } from 'vitest';

import { parseRecents, withRecent } from '../src/menus/recents.ts';

test('what is chosen comes first, once, and the oldest is forgotten', () => {
  const recents = ['table', 'quote', 'image', 'code', 'divider'];
  expect(withRecent(recents, 'image')).toEqual(['image', 'table', 'quote', 'code', 'divider']);
  expect(withRecent(recents, 'callout')).toEqual(['callout', 'table', 'quote', 'image', 'code']);
});

test('stored data that is none of ours gives nothing', () => {
  for (const data of [null, '', '{', '"table"', '{"0":"table"}', 'null']) {
    expect(parseRecents(data)).toEqual([]);
  }
  expect(parseRecents('["table", 3, null, "quote"]')).toEqual(['table', 'quote']);
});
