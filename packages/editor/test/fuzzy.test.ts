import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fitBest, plain, rank } from '../src/menus/fuzzy.ts';

const blocks = [
  ['Text', 'paragraph', 'plain'],
  ['Heading 1', 'h1', 'title'],
  ['Heading 2', 'h2'],
  ['Bulleted list', 'ul', 'unordered'],
  ['Task list', 'todo', 'checkbox'],
  ['Table', 'grid'],
  ['Table of contents', 'toc', 'outline'],
  ['Überschrift', 'heading'],
] as const;
const find = (typed: string): string[] =>
  rank(blocks, typed, (names) => names).map(([name]) => name);

test('a whole name comes before a beginning, that before a word inside, that before an alias of the kind', () => {
  expect(find('table')).toEqual(['Table', 'Table of contents']);
  expect(find('list')).toEqual(['Task list', 'Bulleted list']);
  expect(find('h1')[0]).toBe('Heading 1');
});

test('letters in their order are enough, accents and case are not needed', () => {
  expect(find('hd2')).toEqual(['Heading 2']);
  expect(find('blst')).toEqual(['Bulleted list']);
  expect(find('TOC')).toEqual(['Table of contents']);
  expect(find('uberschrift')).toEqual(['Überschrift']);
  expect(find('ＴＡＢＬＥ')[0]).toBe('Table');
});

test('what has other letters is not found', () => {
  expect(find('zzz')).toEqual([]);
  expect(find('tablex')).toEqual([]);
  // The letters are there, but nobody would mean it.
  expect(find('ao')).toEqual([]);
});

test('nothing typed keeps everything in its order', () => {
  expect(find('')).toEqual(blocks.map(([name]) => name));
});

test('what is found has the typed letters in their order, and its own name is always found first', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.string({ minLength: 1 }), { maxLength: 6 }),
      (typed, names) => {
        for (const name of names) {
          if (fitBest(typed, [name]) === null) continue;
          let rest = plain(name);
          for (const letter of plain(typed).replaceAll(' ', '')) {
            expect(rest).toContain(letter);
            rest = rest.slice(rest.indexOf(letter) + letter.length);
          }
        }
        for (const name of names.filter((one) => plain(one) !== '')) {
          const found = rank(names, name, (one) => [one]);
          expect(plain(found[0] ?? '')).toBe(plain(name));
        }
      },
    ),
  );
});
