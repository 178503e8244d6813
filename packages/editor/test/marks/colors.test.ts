import { describe, expect, it } from 'vitest';

import { colorNames } from '@indelible/document/schema';

import { contrast } from '../../src/people/color.ts';
import { tokenColors } from '../support/token-colors.ts';

/** The app's own tokens: paper, and the ink that text is usually written with. */
const PAPER = { light: ['#fbf8f5', '#ffffff'], dark: ['#1d1a18', '#262321'] };
const INK = { light: '#25211c', dark: '#e3dfd7' };
const SUNKEN = { light: '#f2efeb', dark: '#151210' };

const colors = tokenColors(new URL('../../src/styles/colors.css', import.meta.url));
const code = tokenColors(new URL('../../src/styles/code.css', import.meta.url));

const colorOf = (name: string, theme: 'light' | 'dark'): string => {
  const color = colors.get(name);
  if (color === undefined) throw new Error(`There is no ${name}.`);
  return color[theme];
};

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(colorNames)('text reads well on a %s highlight', (name) => {
    expect(contrast(colorOf(`--mark-${name}`, theme), INK[theme])).toBeGreaterThanOrEqual(7);
  });

  it.each(colorNames)('%s text reads well on paper and on every highlight', (name) => {
    const grounds = [...PAPER[theme], ...colorNames.map((one) => colorOf(`--mark-${one}`, theme))];
    for (const ground of grounds) {
      expect(contrast(colorOf(`--ink-${name}`, theme), ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('every colour of code reads well', () => {
    expect(code.size).toBeGreaterThan(0);
    for (const color of code.values()) {
      expect(contrast(color[theme], SUNKEN[theme])).toBeGreaterThanOrEqual(4.5);
    }
  });
});
