import { expect, test } from 'vitest';

import { rowAfter } from '../src/controls/row-after.ts';

test('arrow keys stop at the last row and leave above the first', () => {
  expect(rowAfter('ArrowDown', 0, 3)).toBe(1);
  expect(rowAfter('ArrowDown', 2, 3)).toBe(2);
  expect(rowAfter('ArrowUp', 0, 3)).toBe(-1);
});

test('the other keys jump, and never past an end', () => {
  expect(rowAfter('End', 0, 30)).toBe(29);
  expect(rowAfter('Home', 20, 30)).toBe(0);
  expect(rowAfter('PageDown', 25, 30)).toBe(29);
  expect(rowAfter('PageUp', 4, 30)).toBe(0);
});

test('letters and empty lists are none of its business', () => {
  expect(rowAfter('n', 0, 3)).toBeNull();
  expect(rowAfter('ArrowDown', 0, 0)).toBeNull();
});
