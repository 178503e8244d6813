import { expect, test } from 'vitest';

import type { HeadlessWriter } from './support/headless-writer.ts';
import { LineOfWriters } from './support/line-of-writers.ts';
import { documentOf } from './support/lines-of-text.ts';
import { shapes } from './support/shapes.ts';

function twoPeople(...lines: readonly string[]) {
  const line = new LineOfWriters(2, documentOf(...lines));
  return { line, ada: line.seat(0).writer, bo: line.seat(1).writer };
}

function removeRange(writer: HeadlessWriter, from: number, to: number): void {
  writer.dispatch((tr) => tr.delete(from, to));
  writer.history.stopCapturing();
}

function undoAll({ history }: HeadlessWriter): void {
  while (history.canUndo()) history.undo();
}

test('words that were brought back more than once are at the same place for all', () => {
  const { line, ada, bo } = twoPeople('1234', '5678');
  removeRange(ada, 2, 4);
  ada.history.undo();
  removeRange(ada, 3, 5);
  ada.goTo(1);
  ada.run(shapes.heading);
  undoAll(ada);
  line.comeToRest();
  expect(bo.shape).toBe(ada.shape);
});

test('what another wrote beside words that were brought back stays when those are undone', () => {
  const { line, ada, bo } = twoPeople('tea');
  ada.goBehind('tea');
  ada.type(' and');
  ada.history.stopCapturing();
  line.comeToRest();
  bo.goBehind(' and');
  bo.type(' milk');
  line.comeToRest();
  ada.goTo(1);
  ada.run(shapes.heading);
  undoAll(ada);
  line.comeToRest();
  expect([ada.text, bo.text]).toEqual(['tea milk', 'tea milk']);
});

test('Enter is not undone where the other half has become something else, for the words would be gone', () => {
  const { line, ada, bo } = twoPeople('tea');
  bo.goBehind('tea');
  bo.type(' milk');
  line.comeToRest();
  ada.goBehind('tea');
  ada.run(shapes.split);
  line.comeToRest();
  bo.goTo(1);
  bo.run(shapes.heading);
  line.comeToRest();
  undoAll(ada);
  line.comeToRest();
  expect([ada.shape, bo.shape]).toEqual(
    Array.from({ length: 2 }, () => 'heading("tea"), paragraph(" milk")'),
  );
});
