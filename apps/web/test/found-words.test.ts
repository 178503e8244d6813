import { expect, test } from 'vitest';

import { foundWords } from '../src/start/found-words.ts';

const search = { sought: ' tea ', state: 'done', more: false, count: 0 } as const;

test('nothing is said without a search, and while the answer is on its way', () => {
  expect(foundWords({ ...search, sought: ' ', state: 'none' })).toBe('');
  expect(foundWords({ ...search, state: 'searching', count: 3 })).toBe('');
});

test('what was found is counted', () => {
  expect(foundWords({ ...search, count: 1 })).toBe('1 document');
  expect(foundWords({ ...search, count: 2 })).toBe('2 documents');
  expect(foundWords({ ...search, count: 50, more: true })).toContain('One more word finds fewer');
});

test('that nothing was found says where it was looked for', () => {
  expect(foundWords(search)).toContain('No document contains “tea”.');
  expect(foundWords({ ...search, state: 'failed' })).toBe('No title contains “tea”.');
  expect(foundWords({ ...search, state: 'none' })).toBe('No title contains “tea”.');
});
