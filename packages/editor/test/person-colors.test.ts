import { describe, expect, it } from 'vitest';

import { contrast, linearRgb, textOn } from '../src/people/color.ts';
import { namedColors, personColors } from '../src/people/person-colors.ts';

/** The lightest and the darkest ground a caret can stand on: raised paper by day and by night. */
const GROUNDS = ['#ffffff', '#252320'];

/** What colour-blind eyes see, as matrices on linear light (Machado, Oliveira and Fernandes 2009, full severity). */
const EYES = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

type Triple = readonly [number, number, number];

function seenBy(eyes: readonly number[], light: Triple): Triple {
  const row = (at: number) =>
    light.reduce((sum, part, index) => sum + part * (eyes[at + index] ?? 0), 0);
  return [row(0), row(3), row(6)];
}

/** OKLab, in which equal distances look equally different. */
function oklab([red, green, blue]: Triple): Triple {
  const cone = (r: number, g: number, b: number) =>
    Math.cbrt(Math.max(0, r * red + g * green + b * blue));
  const l = cone(0.4122214708, 0.5363325363, 0.0514459929);
  const m = cone(0.2119034982, 0.6806995451, 0.1073969566);
  const s = cone(0.0883024619, 0.2817188376, 0.6299787005);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe('the colours of people', () => {
  it.each(namedColors)('$name carries its initials at 4.5:1 or more', ({ value }) => {
    expect(contrast(value, textOn(value))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(namedColors)('$name shows as a caret at 3:1 or more, light and dark', ({ value }) => {
    for (const ground of GROUNDS) expect(contrast(value, ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(EYES))('stay apart for eyes of the %s kind', (_, eyes) => {
    const seen = personColors.map((color) => oklab(seenBy(eyes, linearRgb(color))));
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(index + 1)) {
        expect(Math.hypot(...one.map((part, axis) => part - (other[axis] ?? 0)))).toBeGreaterThan(
          0.06,
        );
      }
    }
  });

  it('have different names', () => {
    expect(new Set(namedColors.map(({ name }) => name)).size).toBe(personColors.length);
  });
});

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#7e58eb', '#7e58eb')).toBe(1);
  });
});
