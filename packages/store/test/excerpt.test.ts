import { expect, test } from 'vitest';

import { excerptOf, readQuery } from '@indelible/store';

/** The excerpt as people see it, hits in brackets. */
const excerpt = (text: string, query: string): string =>
  excerptOf(text, readQuery(query))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

test('an excerpt of a short text is the text, on one line', () => {
  expect(excerpt('One\n\n\ttwo  three', 'tw')).toBe('[two] three');
  expect(excerpt('', 'x')).toBe('');
});

test('without a hit it is the beginning', () => {
  expect(excerpt('One\ntwo', 'title')).toBe('One two');
});

test('a long line is cut between words around the first hit', () => {
  const text = `${'before '.repeat(50)}kettle ${'after '.repeat(50)}`;
  const shown = excerpt(text, 'kettle');
  expect(shown).toMatch(/^… (before ){5,9}\[kettle\]( after){15,25} …$/);
  expect(shown.length).toBeLessThan(220);
});

test('the line with most of the words is taken, not the first with one of them', () => {
  const lines = [`tea ${'x '.repeat(200)}`, `coffee ${'x '.repeat(200)}`, 'tea and coffee'];
  expect(excerpt(lines.join('\n'), 'coffee tea')).toBe('[tea] and [coffee]');
});

test('what is marked is what was written, whatever was typed', () => {
  expect(excerpt('Zur Straße, ﬁn!', 'STRASSE fi')).toBe('Zur [Straße], [ﬁn]!');
  expect(excerpt('今日は東京都へ', '東京')).toBe('今日は[東京]都へ');
  expect(excerpt('e-mail, E mail', 'e-mail')).toBe('[e-mail], [E mail]');
});

test('hits that overlap are marked as one', () => {
  expect(excerpt('ab-cd-ef', 'ab-cd cd-ef')).toBe('[ab-cd-ef]');
});

test('a word longer than any excerpt is cut, and never within a character', () => {
  const shown = excerpt(`${'x'.repeat(30)} ${'𝔸'.repeat(5_000)}`, '𝔸');
  expect(shown.length).toBeLessThan(220);
  expect(shown.isWellFormed()).toBe(true);
  expect(shown).not.toContain('\ufffd');
});
