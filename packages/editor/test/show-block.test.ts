import { expect, test } from 'vitest';

import { schema } from '@indelible/document/schema';

import { positionAt } from '../src/binding/show-block.ts';

const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'one' }] },
    {
      type: 'bulletList',
      content: ['a', 'bc'].map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
    { type: 'paragraph', content: [{ type: 'text', text: 'end' }] },
  ],
});

test.each([
  [[0], 'one'],
  [[1, 0, 0], 'a'],
  [[1, 1, 0], 'bc'],
  [[2], 'end'],
])('the position at %j is that of the block there', (place, words) => {
  const position = positionAt(doc, place);
  expect(position).not.toBeNull();
  expect(doc.nodeAt(position ?? 0)?.textContent).toBe(words);
  expect(doc.nodeAt(position ?? 0)?.type.name).toBe('paragraph');
});

test('there is no position for what is not there', () => {
  for (const place of [[], [3], [-1], [1, 2, 0]]) expect(positionAt(doc, place)).toBeNull();
});
