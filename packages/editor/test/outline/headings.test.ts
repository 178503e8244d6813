import fc from 'fast-check';
import { expect, it } from 'vitest';

import { schema } from '@indelible/document/schema';

import { depthsOf, headingsOf, lastAbove } from '../../src/outline/headings.ts';

const heading = (level: number, text: string) =>
  schema.node('heading', { level }, text === '' ? [] : schema.text(text));

it('lists headings wherever they are, but no empty ones', () => {
  const doc = schema.node('doc', null, [
    heading(1, 'One'),
    heading(2, ''),
    heading(2, ' '),
    schema.node('blockquote', null, [heading(3, 'Quoted')]),
    schema.node('paragraph', null, schema.text('text')),
  ]);
  expect(
    headingsOf(doc).map(({ level, text, at }) => [level, text, doc.nodeAt(at)?.textContent]),
  ).toEqual([
    [1, 'One', 'One'],
    [3, 'Quoted', 'Quoted'],
  ]);
});

it('sets a heading below the last higher one, whatever is left out between', () => {
  const depths = (...levels: number[]) => depthsOf(levels.map((level) => ({ level })));
  expect(depths(1, 2, 2, 3, 1)).toEqual([0, 1, 1, 2, 0]);
  expect(depths(1, 4, 2, 4)).toEqual([0, 1, 1, 2]);
  expect(depths(3, 1, 2)).toEqual([0, 0, 1]);
  expect(depths(2, 3, 4, 2, 4, 3)).toEqual([0, 1, 2, 0, 1, 1]);
  expect(depths(3, 2, 1)).toEqual([0, 0, 0]);
});

it('finds the last heading above a line without looking at all of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (numbers, line) => {
      const tops = numbers.toSorted((a, b) => a - b);
      const found = lastAbove(tops.length, (index) => tops[index] ?? 0, line);
      expect(found).toBe(tops.findLastIndex((top) => top <= line));
    }),
  );
});
