import { expect, test } from 'vitest';

import { localList, parseRemembered } from '../src/start/remembered.ts';

test('offline shows what is kept here under the names last seen, last edited first', () => {
  const known = [
    { id: 'old', title: 'Old', editedAt: 1 },
    { id: 'elsewhere', title: 'Never opened here', editedAt: 9 },
    { id: 'new', title: 'New', editedAt: 5 },
    { id: 'unseen', title: 'Opened by its link', editedAt: null },
  ];
  expect(localList(['unseen', 'new', 'old'], known).map(({ id }) => id)).toEqual([
    'new',
    'old',
    'unseen',
  ]);
});

test('a copy of a document that has left the list is not offered', () => {
  expect(localList(['deleted'], [])).toEqual([]);
});

test('stored data that is no list of titles is ignored, entry by entry', () => {
  expect(parseRemembered('nonsense')).toEqual([]);
  expect(parseRemembered([null, 3, { id: 'a' }, { id: 'b', title: 'B', editedAt: 'x' }])).toEqual([
    { id: 'b', title: 'B', editedAt: null },
  ]);
});
