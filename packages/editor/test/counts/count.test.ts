import fc from 'fast-check';
import { expect, it } from 'vitest';

import { schema } from '@indelible/document/schema';

import { countText, minutesToRead, sum } from '../../src/counts/count.ts';
import { countIn, countSome } from '../../src/counts/counter.ts';

it('counts words as people do', () => {
  expect(countText('Don’t count iced-tea, 1,000.5 or – as more.').words).toBe(7);
  expect(countText('  ').words).toBe(0);
  expect(countText('über\nÄpfel').words).toBe(2);
});

it('counts Chinese by words and not by spaces', () => {
  const { words, characters } = countText('我们一起写文档。');
  expect(words).toBeGreaterThan(2);
  expect(words).toBeLessThan(8);
  expect(characters).toBe(8);
});

it('counts what a reader takes for one character as one', () => {
  expect(countText('e\u0301 👩‍👩‍👧 ok').characters).toBe(6);
  expect(countText('e\u0301 👩‍👩‍👧 ok').withoutSpaces).toBe(4);
  expect(countText('a\ufffcb\nc').characters).toBe(3);
});

it('takes at least a minute to read, and a minute for about 230 words', () => {
  expect([0, 100, 230, 1000].map(minutesToRead)).toEqual([1, 1, 1, 4]);
});

const line = fc.string({ unit: fc.constantFrom('a', 'é', '写', ' ', '.', '👍') });

it('counts a document as the sum of its blocks, and its parts as what they are', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const doc = schema.node('doc', null, [
        ...lines.map((text) =>
          schema.node('paragraph', null, text === '' ? [] : schema.text(text)),
        ),
        schema.node('paragraph'),
      ]);
      const all = lines.map(countText).reduce(sum, countText(''));
      expect(countIn(doc)).toEqual(all);
      while (!countSome(doc)) continue;
      expect(countIn(doc)).toEqual(all);
      const first = lines[0] ?? '';
      expect(countIn(doc, 0, 1 + first.length)).toEqual(countText(first));
    }),
  );
});
