import { expect, test } from 'vitest';

import { directionOf } from '../src/page/direction-of.ts';

test.each([
  ['', 'ltr'],
  ['12 – 34', 'ltr'],
  ['Hello שלום', 'ltr'],
  ['שלום hello', 'rtl'],
  ['1. (اتفقنا)', 'rtl'],
  ['中文 שלום', 'ltr'],
  ['Привет', 'ltr'],
] as const)('“%s” is read %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
