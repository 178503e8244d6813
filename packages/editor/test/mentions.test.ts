import { expect, test } from 'vitest';

import { Titles } from '../src/mentions/library.ts';
import { mentionChoices } from '../src/mentions/mention-choices.ts';
import { joined, parseSeen } from '../src/mentions/seen-people.ts';

const people = [
  { id: 'ada', name: 'Ada' },
  { id: 'bo', name: 'Bo' },
];
const documents = [
  { id: '1', title: 'Adamant plans' },
  { id: '2', title: '' },
];
const labels = (typed: string): string[] =>
  mentionChoices(typed, people, documents).map(({ label }) => label);

test('people, documents and days are offered, and found by what is typed', () => {
  expect(labels('')).toEqual(['Ada', 'Bo', 'Adamant plans', 'Untitled', 'Today', 'Tomorrow']);
  expect(labels('ada')).toEqual(['Ada', 'Adamant plans']);
  expect(labels('tomo')).toEqual(['Tomorrow']);
  expect(labels('2031-03-03')).toEqual(['3 March 2031']);
  expect(labels('zzz')).toEqual([]);
});

test('who is here comes first, nobody comes twice, and a new name holds', () => {
  const seen = [
    { id: 'cy', name: 'Cy' },
    { id: 'ada', name: 'Old' },
  ];
  expect(joined([{ id: 'ada', name: 'Ada' }], seen)).toEqual([
    { id: 'ada', name: 'Ada' },
    { id: 'cy', name: 'Cy' },
  ]);
  expect(parseSeen('[{"id":"a","name":" x  y "},{"id":4},null]')).toEqual([
    { id: 'a', name: 'x y' },
  ]);
  for (const none of [null, '{', '3']) expect(parseSeen(none)).toEqual([]);
});

test('titles are asked for once by however many want them, and kept when they can’t be had', async () => {
  let asked = 0;
  let fails = true;
  const titles = new Titles({
    list: () => {
      asked += 1;
      return fails ? Promise.reject(new Error('gone')) : Promise.resolve(documents);
    },
    addressOf: (id) => id,
    open: () => {},
  });
  await expect(titles.refresh()).rejects.toThrow('gone');
  expect(titles.titleOf('1')).toBeNull();
  fails = false;
  let told = 0;
  const end = titles.subscribe(() => (told += 1));
  await Promise.all([titles.refresh(), titles.refresh()]);
  await titles.refresh();
  expect(asked).toBe(2);
  expect(told).toBe(1);
  expect(titles.titleOf('1')).toBe('Adamant plans');
  end();
});
