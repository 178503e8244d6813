import { wrapIn } from '@tiptap/pm/commands';
import { expect, test } from 'vitest';

import { HeadlessWriter } from './support/headless-writer.ts';
import { documentOf } from './support/lines-of-text.ts';
import { shapes } from './support/shapes.ts';

/** What the text is after each undo, until there is nothing left to undo. */
function undone(writer: HeadlessWriter): string[] {
  const texts = [];
  while (writer.history.canUndo()) {
    writer.history.undo();
    texts.push(writer.text);
  }
  return texts;
}

function writerAt(words: string): HeadlessWriter {
  const writer = new HeadlessWriter(1, [documentOf(words)]);
  writer.goBehind(words);
  return writer;
}

function backspace(writer: HeadlessWriter, times: number): void {
  for (let done = 0; done < times; done += 1) {
    const { from } = writer.state.selection;
    writer.dispatch((tr) => tr.delete(from - 1, from));
  }
}

test('typing is one step, and deleting after it another', () => {
  const writer = writerAt('tea');
  writer.type(' and milk');
  backspace(writer, 4);
  writer.type('cake');
  expect(undone(writer)).toEqual(['tea and ', 'tea and milk', 'tea']);
});

test('a long stretch of typing is parted where a word begins', () => {
  const writer = writerAt('tea');
  writer.type(' with a little milk, then cake for all');
  expect(undone(writer)).toEqual(['tea with a little milk, ', 'tea']);
});

test('what is typed after the caret was put elsewhere is another step', () => {
  const writer = writerAt('tea');
  writer.type(' and');
  writer.goBehind('tea');
  writer.type('!');
  expect(undone(writer)).toEqual(['tea and', 'tea']);
});

test('formatting, a change of structure and each paste are steps of their own', () => {
  const writer = writerAt('tea');
  writer.type(' time');
  writer.goTo(1, 4);
  writer.run(shapes.bold);
  const { blockquote } = writer.state.schema.nodes;
  if (blockquote === undefined) throw new Error('There are no quotes.');
  writer.run(wrapIn(blockquote));
  writer.goBehind('time');
  for (const words of [' now', ' or never'])
    writer.dispatch((tr) => tr.insertText(words).setMeta('paste', true));
  writer.type('.');
  const steps = [];
  while (writer.history.canUndo()) {
    writer.history.undo();
    steps.push(writer.shape);
  }
  expect(steps).toEqual([
    'blockquote(paragraph(bold("tea"), " time now or never"))',
    'blockquote(paragraph(bold("tea"), " time now"))',
    'blockquote(paragraph(bold("tea"), " time"))',
    'paragraph(bold("tea"), " time")',
    'paragraph("tea time")',
    'paragraph("tea")',
  ]);
});

test('a word that is replaced by a better one is a step of its own', () => {
  const writer = writerAt('tea');
  writer.type(' teh');
  writer.dispatch((tr) => tr.insertText('the', 5, 8));
  writer.type(' cake');
  expect(undone(writer)).toEqual(['tea the', 'tea teh', 'tea']);
});

test('what an input method replaces while it composes stays one step', () => {
  const writer = writerAt('tea');
  for (const [from, letters] of [
    [4, 'n'],
    [4, 'ni'],
    [4, '你'],
  ] as const) {
    const to = writer.state.selection.from;
    writer.dispatch((tr) => tr.insertText(letters, from, to).setMeta('composition', 1));
  }
  expect(writer.text).toBe('tea你');
  expect(undone(writer)).toEqual(['tea']);
});

test('what somebody else writes meanwhile parts nothing', () => {
  const writer = writerAt('tea');
  const other = new HeadlessWriter(2, [documentOf('tea')]);
  writer.type(' and');
  other.goTo(1);
  other.type('hot ');
  for (const update of other.made) writer.receive(update);
  writer.type(' milk');
  expect(undone(writer)).toEqual(['hot tea']);
});
