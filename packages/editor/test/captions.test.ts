import { expect, it } from 'vitest';
import * as Y from 'yjs';

import { schema } from '@indelible/document/schema';

import { putBlock } from '../src/uploads/places.ts';
import { HeadlessWriter } from './support/headless-writer.ts';
import { documentOf } from './support/lines-of-text.ts';

it('two people write in the same caption, and every letter of both is there', () => {
  const [ada, bo] = [new HeadlessWriter(1, [documentOf('')]), new HeadlessWriter(2, [])];
  ada.dispatch((tr) => {
    const image = schema.node('image', { src: 'https://example.org/a.png' }, schema.text('ink'));
    putBlock(tr, 0, image);
    return tr;
  });
  bo.receive(Y.encodeStateAsUpdate(ada.doc));
  const [mine, theirs] = [ada.made.length, bo.made.length];
  ada.goBehind('ink');
  ada.type(' on paper');
  bo.goTo(1);
  bo.type('red ');
  for (const update of ada.made.slice(mine)) bo.receive(update);
  for (const update of bo.made.slice(theirs)) ada.receive(update);
  expect(ada.shape).toBe('image("red ink on paper"), paragraph');
  expect(bo.shape).toBe(ada.shape);
});
