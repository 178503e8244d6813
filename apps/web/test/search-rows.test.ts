import { expect, test } from 'vitest';

import { searchRows } from '../src/start/search-rows.ts';

const documents = ['Tea', 'Coffee', 'Green tea', 'Cocoa'].map((title, id) => ({
  id: String(id),
  title,
}));
const excerpt = [{ text: 'tea', hit: true }];
const found = (...ids: string[]) => ids.map((id) => ({ id, excerpt }));
const titles = (sought: string, ...ids: string[]): string[] =>
  searchRows(documents, sought, found(...ids)).map(({ title }) => title);

test('without a search everything is shown, in its order', () => {
  expect(titles('')).toEqual(['Tea', 'Coffee', 'Green tea', 'Cocoa']);
});

test('titles come first, then what the server found, each once', () => {
  expect(titles('tea', '3', '2', '1')).toEqual(['Tea', 'Green tea', 'Cocoa', 'Coffee']);
  expect(titles('leaf', '3', '1')).toEqual(['Cocoa', 'Coffee']);
});

test('what is not in the list any more is not shown, whatever the server found', () => {
  expect(titles('leaf', '9', '1')).toEqual(['Coffee']);
});

test('what was found in the text is shown with it, what has no text without', () => {
  const rows = searchRows(documents, 'tea', [...found('0'), { id: '2', excerpt: [] }]);
  expect(rows.map((row) => row.excerpt)).toEqual([excerpt, null]);
});
