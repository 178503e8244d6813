import { expect, test } from 'vitest';

import type { HeadlessWriter } from './support/headless-writer.ts';
import { LineOfWriters } from './support/line-of-writers.ts';
import { documentOf } from './support/lines-of-text.ts';
import { shapes } from './support/shapes.ts';

const around = ({ state }: HeadlessWriter): string => {
  const { $from } = state.selection;
  return `${$from.parent.textContent} in ${$from.index($from.depth - 1)} of ${$from.node(-1).type.name} ${$from.index(1)}`;
};

test('the caret stays in a new empty item of a list when somebody else makes one above', () => {
  const line = new LineOfWriters(2, documentOf('a', 'b', 'c'));
  const [ada, bo] = [line.seat(0).writer, line.seat(1).writer];
  ada.dispatch((tr) => tr);
  ada.goTo(1, 8);
  ada.run(shapes.numbers);
  line.comeToRest();
  ada.goBehind('a');
  bo.goBehind('c');
  bo.run(shapes.split);
  const before = around(bo);
  ada.run(shapes.split);
  ada.type('x');
  line.comeToRest();
  bo.type('y');
  line.comeToRest();
  expect(before).toContain('listItem');
  expect(bo.text).toBe('a\nx\nb\nc\ny');
});

test('the caret stays in a new empty paragraph when somebody else writes above', () => {
  const line = new LineOfWriters(2, documentOf('a', 'c'));
  const [ada, bo] = [line.seat(0).writer, line.seat(1).writer];
  bo.goBehind('c');
  bo.run(shapes.split);
  ada.goBehind('a');
  ada.run(shapes.split);
  ada.type('x');
  line.comeToRest();
  bo.type('y');
  expect(bo.text).toBe('a\nx\nc\ny');
});
