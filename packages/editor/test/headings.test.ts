import { describe, expect, it } from 'vitest';

import { schema } from '@indelible/document/schema';

import { headingsOf, stepsOf } from '../src/contents/headings.ts';

const heading = (level: number, text: string) =>
  schema.node('heading', { level }, text === '' ? [] : [schema.text(text)]);

describe('the headings of a document', () => {
  it('are found in their order, also inside of other blocks; empty ones are left out', () => {
    const doc = schema.node('doc', null, [
      heading(1, 'One'),
      heading(2, ' '),
      heading(2, ''),
      schema.node('callout', null, [heading(3, 'Two')]),
      heading(2, 'Three'),
    ]);
    const headings = headingsOf(doc);
    expect(headings.map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 One',
      '3 Two',
      '2 Three',
    ]);
    for (const { at, text } of headings) expect(doc.nodeAt(at)?.textContent).toBe(text);
  });

  it('are set in by one step at a time', () => {
    expect(stepsOf([2, 3, 4, 2, 4, 3])).toEqual([0, 1, 2, 0, 1, 1]);
    expect(stepsOf([3, 2, 1])).toEqual([0, 0, 0]);
  });
});
