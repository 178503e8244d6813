import { describe, expect, it } from 'vitest';

import { fittingWidth, mediaPlace } from '../src/blocks/media/place.ts';
import { inWords } from '../src/blocks/media/size.ts';

describe('a picture’s place', () => {
  it.each([
    [
      { align: 'left', width: 300 },
      { align: 'left', width: 300 },
    ],
    [
      { align: 'full', width: '300' },
      { align: 'full', width: 300 },
    ],
    [
      { align: null, width: null },
      { align: 'center', width: null },
    ],
    [
      { align: 'fixed; top: 0', width: '10px; position: fixed' },
      { align: 'center', width: null },
    ],
    [
      { align: 7, width: -5 },
      { align: 'center', width: null },
    ],
    [
      { align: {}, width: 1e9 },
      { align: 'center', width: null },
    ],
    [
      { align: 'right', width: 2 },
      { align: 'right', width: 48 },
    ],
  ])('of %j is %j', (attributes, place) => {
    expect(mediaPlace(attributes)).toEqual(place);
  });

  it('is never wider than its column, nor too narrow to be hit', () => {
    expect(fittingWidth(900, 640)).toBe(640);
    expect(fittingWidth(10, 640)).toBe(48);
    expect(fittingWidth(300.4, 640)).toBe(300);
    expect(fittingWidth(300, 20)).toBe(48);
  });
});

describe('a file’s size', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [1_500_000, '1.5 MB'],
    [123_456_789, '123 MB'],
    [5e12, '5,000 GB'],
    ['many', ''],
    [-1, ''],
    [Number.NaN, ''],
  ])('of %j is said as %j', (bytes, words) => {
    expect(inWords(bytes, 'en')).toBe(words);
  });

  it('is said in the page’s language', () => {
    expect(inWords(1_500_000, 'de')).toBe('1,5 MB');
  });
});
