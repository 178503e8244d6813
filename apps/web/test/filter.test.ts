import { expect, test } from 'vitest';

import { filterByTitle } from '../src/start/filter.ts';

const titles = ['Ein Brief über Bäume', 'Minutes, autumn meeting', 'AUTUMN PLANS', ''];
const documents = titles.map((title) => ({ title }));
const found = (text: string): string[] => filterByTitle(documents, text).map(({ title }) => title);

test('an empty search shows everything', () => {
  expect(found('')).toEqual(titles);
  expect(found('  ')).toEqual(titles);
});

test('case and accents make no difference', () => {
  expect(found('BAUME')).toEqual(['Ein Brief über Bäume']);
  expect(found('über')).toEqual(['Ein Brief über Bäume']);
  expect(found('autumn')).toEqual(['Minutes, autumn meeting', 'AUTUMN PLANS']);
});

test('all words have to be there, in any order', () => {
  expect(found('meeting minutes')).toEqual(['Minutes, autumn meeting']);
  expect(found('meeting plans')).toEqual([]);
});

test('signs that mean something in a pattern mean themselves', () => {
  expect(found('.*')).toEqual([]);
});
