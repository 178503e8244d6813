import fc from 'fast-check';
import { expect, test } from 'vitest';

import { MAX_SPAN, readCellAttributes } from '../src/schema/cell-attributes.ts';

test('whatever a cell says of its size, it takes between one and a thousand rows and columns', () => {
  const anything = fc.oneof(fc.anything(), fc.constantFrom(1e9, -1, 0, NaN, Infinity, '7', 2.5));
  fc.assert(
    fc.property(anything, anything, anything, (colspan, rowspan, colwidth) => {
      const cell = readCellAttributes({ colspan, rowspan, colwidth });
      for (const span of [cell['colspan'], cell['rowspan']]) {
        expect(Number.isInteger(span)).toBe(true);
        expect(span).toBeGreaterThanOrEqual(1);
        expect(span).toBeLessThanOrEqual(MAX_SPAN);
      }
      const widths = cell['colwidth'] ?? Array.from({ length: Number(cell['colspan']) });
      expect(widths).toHaveLength(Number(cell['colspan']));
    }),
  );
});

test('what is as it should be stays the same object, and other attributes stay', () => {
  const colwidth = [120, 0];
  const cell = readCellAttributes({ colspan: 2, rowspan: 1, colwidth, background: 'red' });
  expect(cell['colwidth']).toBe(colwidth);
  expect(cell).toEqual({ colspan: 2, rowspan: 1, colwidth, background: 'red' });
});

test('an absent span is one', () => {
  expect(readCellAttributes({})).toEqual({ colspan: 1, rowspan: 1, colwidth: null });
});
