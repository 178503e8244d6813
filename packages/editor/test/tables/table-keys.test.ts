import { describe, expect, test } from 'vitest';

import { typeOverCells, selectCell } from '../../src/tables/table-commands.ts';
import { collapse, leave, staysInCell } from '../../src/tables/table-keys.ts';
import { gridOf, writerOfTable } from '../support/grid.ts';
import { shapes } from '../support/shapes.ts';

const rows = [
  ['a1', 'b1'],
  ['a2', 'b2'],
];

describe('in a table', () => {
  test('Backspace and Delete at the edge of a cell leave the next cell alone', () => {
    const writer = writerOfTable(rows);
    writer.goBehind('a1');
    expect(writer.run(staysInCell(1))).toBe(true);
    expect(writer.run(staysInCell(-1))).toBe(false);
    writer.goTo(writer.state.selection.from - 2);
    expect(writer.run(staysInCell(-1))).toBe(true);
    expect(writer.run(staysInCell(1))).toBe(false);
    expect(gridOf(writer)).toEqual(['a1 | b1', 'a2 | b2']);
  });

  test('an arrow at selected words goes to their end, not into the next cell', () => {
    const writer = writerOfTable(rows);
    writer.goBehind('a1');
    const end = writer.state.selection.from;
    writer.goTo(end - 2, end);
    writer.run(collapse(1));
    expect([writer.state.selection.from, writer.state.selection.to]).toEqual([end, end]);
  });

  test('but a list in a cell is left first', () => {
    const writer = writerOfTable(rows);
    writer.goBehind('a1');
    writer.run(shapes.bullets);
    writer.goTo(writer.state.selection.$from.start());
    expect(writer.run(staysInCell(-1))).toBe(false);
  });

  test('one leaves it downwards and upwards, to a paragraph that is made if there is none', () => {
    const writer = writerOfTable(rows);
    writer.goBehind('b1');
    writer.run(leave(1));
    expect(writer.state.selection.$from.parent.textContent).toBe('after');
    writer.goBehind('b1');
    writer.run(leave(-1));
    expect(writer.shape.startsWith('paragraph, table(')).toBe(true);
    expect(writer.state.selection.from).toBe(1);
  });

  test('typing over a selected cell puts the words in its place, in that cell only', () => {
    const writer = writerOfTable(rows);
    writer.goBehind('a2');
    expect(writer.run(typeOverCells('x'))).toBe(false);
    writer.run(selectCell);
    writer.run(typeOverCells('x'));
    writer.type('y');
    expect(gridOf(writer)).toEqual(['a1 | b1', 'xy | b2']);
  });
});
