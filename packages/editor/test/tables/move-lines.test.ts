import { CellSelection } from '@tiptap/pm/tables';
import { describe, expect, test } from 'vitest';

import { moveLines } from '../../src/tables/move-lines.ts';
import { selectLines, toggleHeadings } from '../../src/tables/table-commands.ts';
import { gridOf, gridUpdate, writerOfTable } from '../support/grid.ts';
import { LineOfWriters } from '../support/line-of-writers.ts';

const abc = [
  ['a1', 'b1', 'c1'],
  ['a2', 'b2', 'c2'],
  ['a3', 'b3', 'c3'],
];

describe('a row', () => {
  test('goes one down and one up again, and stays selected', () => {
    const writer = writerOfTable(abc);
    writer.goBehind('b1');
    expect(writer.run(moveLines('row', 1))).toBe(true);
    expect(gridOf(writer)).toEqual(['a2 | b2 | c2', 'a1 | b1 | c1', 'a3 | b3 | c3']);
    const { selection } = writer.state;
    expect(selection instanceof CellSelection && selection.isRowSelection()).toBe(true);
    writer.run(moveLines('row', -1));
    expect(gridOf(writer)).toEqual(['a1 | b1 | c1', 'a2 | b2 | c2', 'a3 | b3 | c3']);
    expect(writer.run(moveLines('row', -1))).toBe(false);
  });

  test('is put where it is dragged, and several rows go together', () => {
    const writer = writerOfTable(abc);
    writer.goBehind('b1');
    writer.run(moveLines('row', { before: 3 }));
    expect(gridOf(writer)).toEqual(['a2 | b2 | c2', 'a3 | b3 | c3', 'a1 | b1 | c1']);
  });

  test('takes along the rows that a merged cell ties it to, and jumps over such rows whole', () => {
    const tied = [['a1', { text: 'b', attributes: { rowspan: 2 } }], ['a2'], ['a3', 'b3']];
    const writer = writerOfTable(tied);
    writer.goBehind('a1');
    writer.run(moveLines('row', 1));
    expect(gridOf(writer)).toEqual(['a3 | b3', 'a1 | b', 'a2 | b']);
    writer.goBehind('a3');
    writer.run(moveLines('row', 1));
    expect(gridOf(writer)).toEqual(['a1 | b', 'a2 | b', 'a3 | b3']);
  });

  test('never goes above the headings, and the headings stay where they are', () => {
    const writer = writerOfTable(abc);
    writer.goBehind('b1');
    writer.run(toggleHeadings('row'));
    expect(writer.run(moveLines('row', 1))).toBe(false);
    writer.goBehind('b2');
    expect(writer.run(moveLines('row', -1))).toBe(false);
    expect(writer.run(moveLines('row', 1))).toBe(true);
  });
});

describe('a column', () => {
  test('goes one to the end and one to the start again', () => {
    const writer = writerOfTable(abc);
    writer.goBehind('a2');
    writer.run(moveLines('column', 1));
    expect(gridOf(writer)).toEqual(['b1 | a1 | c1', 'b2 | a2 | c2', 'b3 | a3 | c3']);
    writer.run(moveLines('column', -1));
    expect(gridOf(writer)).toEqual(['a1 | b1 | c1', 'a2 | b2 | c2', 'a3 | b3 | c3']);
  });

  test('takes along the columns that a merged cell ties it to', () => {
    const tied = [
      [{ text: 'ab', attributes: { colspan: 2 } }, 'c1'],
      ['a2', 'b2', 'c2'],
      ['a3', { text: 'b3', attributes: { rowspan: 2 } }, 'c3'],
      ['a4', 'c4'],
    ];
    const writer = writerOfTable(tied);
    writer.goBehind('a2');
    writer.run(selectLines('column'));
    writer.run(moveLines('column', 1));
    expect(gridOf(writer)).toEqual([
      'c1 | ab | ab',
      'c2 | a2 | b2',
      'c3 | a3 | b3',
      'c4 | a4 | b3',
    ]);
  });
});

test('what another writes in a row or column that is being moved goes with it, and elsewhere stays', () => {
  const line = new LineOfWriters(2, gridUpdate(abc));
  const [ada, bo] = [line.seat(0).writer, line.seat(1).writer];
  ada.goBehind('b1');
  ada.run(moveLines('row', 1));
  bo.goBehind('a1');
  bo.type(' moved');
  bo.goBehind('c2');
  bo.type(' stays');
  line.comeToRest();
  expect(gridOf(ada)).toEqual(['a2 | b2 | c2 stays', 'a1 moved | b1 | c1', 'a3 | b3 | c3']);
  expect(gridOf(bo)).toEqual(gridOf(ada));
  ada.goBehind('a2');
  ada.run(moveLines('column', { before: 3 }));
  bo.goBehind('a3');
  bo.type(' too');
  line.comeToRest();
  expect(gridOf(bo)).toEqual(['b2 | c2 stays | a2', 'b1 | c1 | a1 moved', 'b3 | c3 | a3 too']);
});
