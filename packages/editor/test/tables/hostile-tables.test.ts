import { type Node } from '@tiptap/pm/model';
import { CellSelection, TableMap } from '@tiptap/pm/tables';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { HeadlessWriter } from '../support/headless-writer.ts';
import { documentWithTable, type RawCell } from '../support/raw-table.ts';

const size = fc.oneof(
  fc.constantFrom(1e9, 1e308, -1, 0, 2, 3, 999, '5', 'x', null, true),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.double(),
);
const rawCell: fc.Arbitrary<RawCell> = fc.record({
  attributes: fc.record(
    { colspan: size, rowspan: size, colwidth: size, background: size, align: size },
    { requiredKeys: [] },
  ),
  text: fc.constantFrom('', 'tea'),
});
const rawTable = fc.array(fc.array(rawCell, { maxLength: 6 }), { minLength: 1, maxLength: 30 });

const tableOf = ({ state }: HeadlessWriter): Node => state.doc.child(0);

/** What a page has to do for whoever only reads, and then for whoever writes beside the table and in it. */
function use(update: Uint8Array): HeadlessWriter {
  const writer = new HeadlessWriter(1, [update]);
  writer.goBehind('after');
  writer.type('!');
  writer.goBehind('tea');
  writer.type('s');
  return writer;
}

describe('a table that somebody has sent', () => {
  test('is read and written in, whatever its cells say of their sizes', () => {
    fc.assert(
      fc.property(rawTable, (rows) => {
        const writer = use(documentWithTable(rows));
        expect(writer.text).toContain('after!');
        const hasTea = rows.flat().some(({ text }) => text === 'tea');
        expect(writer.text.includes('tea')).toBe(hasTea);
        writer.state.doc.check();
      }),
    );
  });

  test('is not measured slot by slot if it claims to be huge', () => {
    const cell = { attributes: { colspan: 1e9, rowspan: 1e9 }, text: 'tea' };
    const writer = use(documentWithTable(Array.from({ length: 1000 }, () => [cell])));
    expect(writer.text).toContain('teas');
    expect(TableMap.get(tableOf(writer)).map.length).toBeLessThan(250_000);
  });

  test('is not filled up by whoever writes in it if that would take thousands of cells', () => {
    const wide = Array.from({ length: 400 }, () => ({ text: 'tea' }));
    const rows = [wide, ...Array.from({ length: 300 }, () => [{ text: 'one' }])];
    const writer = use(documentWithTable(rows));
    expect(tableOf(writer).child(1).childCount).toBe(1);
  });

  test('can be selected in when it is too large to be measured', () => {
    const cell = { attributes: { colspan: 1000, rowspan: 1000 }, text: 'tea' };
    const writer = use(documentWithTable(Array.from({ length: 1000 }, () => [cell])));
    writer.dispatch((tr) => tr.setSelection(CellSelection.create(tr.doc, 2)));
    writer.goBehind('after!');
    writer.type('?');
    expect(writer.text).toContain('after!?');
  });

  test('makes no reader write', () => {
    const ragged = documentWithTable([[{ text: 'tea' }, {}], [{}]]);
    const writer = new HeadlessWriter(1, []);
    writer.receive(ragged);
    expect(writer.made).toEqual([]);
  });
});
