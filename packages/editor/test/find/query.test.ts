import fc from 'fast-check';
import { expect, it } from 'vitest';

import { patternOf, placesIn, type Query, replacementsIn } from '../../src/find/query.ts';

const query = (words: string, more: Partial<Query> = {}): Query => ({
  words,
  matchCase: false,
  wholeWords: false,
  isPattern: false,
  ...more,
});

const found = (text: string, words: string, more: Partial<Query> = {}): string[] =>
  placesIn(text, patternOf(query(words, more))).map(({ from, to }) => text.slice(from, to));

it('finds letters whatever their case, unless case matters', () => {
  expect(found('Straße STRASSE straße', 'straße')).toEqual(['Straße', 'straße']);
  expect(found('İstanbul istanbul', 'ISTANBUL')).toEqual(['istanbul']);
  expect(found('Tea tea', 'tea', { matchCase: true })).toEqual(['tea']);
});

it('takes what was typed for what it looks like: signs are signs, a space is any space, quotes are quotes', () => {
  expect(found('1.5 or 115 (a+b)', '1.5')).toEqual(['1.5']);
  expect(found('1.5 or 115 (a+b)', '(a+b)')).toEqual(['(a+b)']);
  expect(found('10\u00a0kg', '10 kg')).toEqual(['10\u00a0kg']);
  expect(found('it’s “so”', 'it\'s "so"')).toEqual(['it’s “so”']);
});

it('finds whole words in any script', () => {
  expect(found('tea teacup iced-tea', 'tea', { wholeWords: true })).toEqual(['tea', 'tea']);
  expect(found('über überall', 'über', { wholeWords: true })).toEqual(['über']);
  expect(found('чай чайник', 'чай', { wholeWords: true })).toEqual(['чай']);
  expect(found('a+ a+b', '+', { wholeWords: true })).toEqual(['+', '+']);
});

it('finds patterns line by line, and nothing that is empty or no letter', () => {
  const pattern = { isPattern: true };
  expect(found('one\ntwo', '^t.o$', pattern)).toEqual(['two']);
  expect(found('abc', 'x*', pattern)).toEqual([]);
  expect(found('a\ufffcb ab', 'a.?b', pattern)).toEqual(['ab']);
  expect(found('teacup tea', 'te.', { ...pattern, wholeWords: true })).toEqual(['tea']);
});

it('refuses what is no pattern, also if the search for whole words would complete it', () => {
  expect(() => patternOf(query('(', { isPattern: true }))).toThrow(SyntaxError);
  expect(() => patternOf(query('a)|(?:b', { isPattern: true, wholeWords: true }))).toThrow(
    SyntaxError,
  );
});

it('fills in what a pattern found', () => {
  const pattern = patternOf(query(String.raw`(\d+)-(?<month>\d+)`, { isPattern: true }));
  expect(replacementsIn('on 2026-11', pattern, '$<month>/$1 $& $$1 $9 $12')).toEqual([
    { from: 3, to: 10, words: '11/2026 2026-11 $1 $9 20262' },
  ]);
});

it('finds every text as it stands, wherever it is', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(text, text, text, (before, words, after) => {
      const whole = before + words + after;
      const places = placesIn(whole, patternOf(query(words, { matchCase: true })));
      expect(places.length).toBeGreaterThan(0);
      for (const { from, to } of places) expect(whole.slice(from, to)).toBe(words);
    }),
  );
});

it('replaces what it finds exactly like JavaScript does', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') });
  const template = fc.string({ unit: fc.constantFrom('$', '1', '2', '&', 'x') });
  fc.assert(
    fc.property(letters, template, (text, replacement) => {
      const pattern = patternOf(query('(a)(b|c)', { isPattern: true }));
      let rest = text;
      for (const { from, to, words } of replacementsIn(text, pattern, replacement).toReversed()) {
        rest = rest.slice(0, from) + words + rest.slice(to);
      }
      expect(rest).toBe(text.replace(pattern, replacement));
    }),
  );
});
