import { splitBlock } from '@tiptap/pm/commands';
import { CellSelection } from '@tiptap/pm/tables';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';

import { contentOf } from '@indelible/document';

import { gridOf, gridUpdate } from './support/grid.ts';
import { HeadlessWriter } from './support/headless-writer.ts';
import { LineOfWriters } from './support/line-of-writers.ts';
import { documentOf } from './support/lines-of-text.ts';

const blocksOf = ({ doc }: HeadlessWriter): unknown[] => contentOf(doc).toArray();

test('Enter at the start of a paragraph makes a new one above, and leaves its letters where they are', () => {
  const writer = new HeadlessWriter(1, [documentOf('tea', 'milk', 'sugar')]);
  const [tea, milk, sugar] = blocksOf(writer);
  writer.goTo(1);
  writer.run(splitBlock);
  expect(writer.text).toBe('\ntea\nmilk\nsugar');
  for (const [index, block] of [tea, milk, sugar].entries())
    expect(blocksOf(writer)[index + 1]).toBe(block);
});

test('of two blocks that change places one stays what it is', () => {
  const writer = new HeadlessWriter(1, [documentOf('tea', 'milk')]);
  const before = blocksOf(writer);
  writer.dispatch((tr) => {
    const moved = tr.doc.child(0);
    tr.delete(0, moved.nodeSize);
    return tr.insert(tr.doc.content.size, moved);
  });
  expect(writer.text).toBe('milk\ntea');
  expect(blocksOf(writer).filter((block) => before.includes(block))).toHaveLength(1);
});

test('typing in one cell of a new table leaves the other cells what they are', () => {
  const writer = new HeadlessWriter(1, [documentOf('tea')]);
  const { tableRow, table, tableCell } = writer.state.schema.nodes;
  const cell = tableCell?.createAndFill();
  if (!tableRow || !table || !cell) throw new Error('There are no tables.');
  // As the library makes it: every cell and every row is the same one.
  const row = tableRow.create(null, [cell, cell, cell]);
  writer.dispatch((tr) => tr.insert(0, table.create(null, [row, row, row])));
  const cells = (): unknown[] =>
    (blocksOf(writer)[0] as Y.XmlElement)
      .toArray()
      .flatMap((one) => [one, ...(one as Y.XmlElement).toArray()]);
  const before = cells();
  for (const place of [4, 17, 34]) {
    writer.goTo(place);
    writer.type('x');
  }
  expect(writer.text).toContain('x');
  expect(cells()).toEqual(before);
  for (const [index, one] of cells().entries()) expect(one).toBe(before[index]);
});

test('selected cells stay selected when somebody else writes', () => {
  const line = new LineOfWriters(
    2,
    gridUpdate([
      ['a1', 'b1'],
      ['a2', 'b2'],
    ]),
  );
  const [ada, bo] = [line.seat(0).writer, line.seat(1).writer];
  ada.dispatch((tr) => tr.setSelection(CellSelection.create(tr.doc, 2, 8)));
  bo.goBehind('a1');
  bo.type(' and more');
  bo.goBehind('after');
  bo.type('!');
  line.comeToRest();
  expect(gridOf(ada)[0]).toBe('a1 and more | b1');
  const { selection } = ada.state;
  expect(selection).toBeInstanceOf(CellSelection);
  expect(selection.ranges.map(({ $from }) => $from.parent.textContent)).toEqual([
    'b1',
    'a1 and more',
  ]);
});
