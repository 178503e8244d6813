import { expect, test } from 'vitest';

import { emojiChoices, emojiWritten } from '../src/emoji/emoji-choices.ts';
import { emojiList } from '../src/emoji/emoji-list.ts';

const entry = (hexcode: string, unicode: string, label: string, order: number, tags: string[]) => ({
  hexcode,
  unicode,
  label,
  order,
  tags,
});
const german = [
  entry('2', '🎉', 'Konfettibombe', 2, ['Feier']),
  entry('1', '😀', 'grinsendes Gesicht', 1, ['lustig']),
  { hexcode: '3', unicode: '🇦', label: 'regionaler Indikator A' },
];
const english = [entry('2', '🎉', 'party popper', 2, ['tada'])];
const list = emojiList(german, english, { 2: ['tada', 'hooray_all'], 1: 'grinning', 3: 7 });
const signs = (typed: string, isAsked = false) =>
  emojiChoices(typed, isAsked, list).map(({ sign }) => sign);

test('signs are found by words of the reader’s language and by English ones', () => {
  expect(signs('konf')).toEqual(['🎉']);
  expect(signs('tada')).toEqual(['🎉']);
  expect(signs('lustig')).toEqual(['😀']);
  expect(signs('zzz')).toEqual([]);
  // Its letters are in the name, but it is no part of it.
  expect(signs('kbom')).toEqual([]);
});

test('a code between colons is one sign, as a whole only', () => {
  const sign = (code: string) => emojiWritten(code, list)?.sign;
  expect([sign('tada'), sign('Hooray_all'), sign('grinning')]).toEqual(['🎉', '🎉', '😀']);
  expect([sign('tad'), sign(''), sign('feier')]).toEqual([undefined, undefined, undefined]);
  expect(signs('hooray_a')).toEqual(['🎉']);
});

test('a colon alone opens nothing; who asks sees them in their order, and no parts of signs', () => {
  expect(signs('')).toEqual([]);
  expect(signs('t')).toEqual([]);
  expect(signs('', true)).toEqual(['😀', '🎉']);
});

test('data that is none gives nothing', () => {
  for (const data of [null, {}, [null, 3, { unicode: 'x' }]])
    expect(emojiList(data, data, data)).toEqual([]);
});
