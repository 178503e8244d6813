import { expect, test } from 'vitest';

import { dateWords, editedWords } from '../src/words/relative-time.ts';

const NOW = new Date(2026, 10, 21, 12, 0, 0).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [0, 'just now'],
  [44_000, 'just now'],
  [45_000, '1 minute ago'],
  [5 * MINUTE, '5 minutes ago'],
  [HOUR, '1 hour ago'],
  [23 * HOUR, '23 hours ago'],
  [DAY, '1 day ago'],
  [7 * DAY - 1, '6 days ago'],
  [7 * DAY, '14 November'],
  [400 * DAY, '17 October 2025'],
])('something edited %i ms ago reads "%s"', (ms, words) => {
  expect(editedWords(NOW - ms, NOW)).toBe(words);
});

test('a server whose clock runs ahead is not believed to have edited in the future', () => {
  expect(editedWords(NOW + 5 * MINUTE, NOW)).toBe('just now');
});

test('a date of another year says so', () => {
  expect(dateWords(new Date(2024, 1, 29).getTime(), NOW)).toBe('29 February 2024');
  expect(dateWords(new Date(2026, 0, 1).getTime(), NOW)).toBe('1 January');
});
