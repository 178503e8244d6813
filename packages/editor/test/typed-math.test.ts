import { describe, expect, it } from 'vitest';

import { NO_LETTER, typedBlock, typedInline } from '../src/math/typed-math.ts';

describe('a formula typed in a line', () => {
  it('stands between dollar signs and is known at the sign behind it', () => {
    expect(typedInline('so $x^2$ ')).toEqual({ from: 3, to: 8, latex: 'x^2' });
    expect(typedInline('$a + b$.')).toEqual({ from: 0, to: 7, latex: 'a + b' });
    expect(typedInline('($x$)')).toEqual({ from: 1, to: 4, latex: 'x' });
    expect(typedInline('at the end $y$')).toEqual({ from: 11, to: 14, latex: 'y' });
  });

  it.each(['costs $5 and $', 'from $5-$10 ', 'a $HOME:$PATH ', 'US$5$ ', '$ x$ ', '$$ ', '$x$y '])(
    'is not in “%s”',
    (text) => {
      expect(typedInline(text)).toBeNull();
    },
  );

  it('does not reach over a picture or a name', () => {
    expect(typedInline(`$a${NO_LETTER}b$ `)).toBeNull();
  });
});

describe('a formula on a line of its own', () => {
  it('stands between two dollar signs each', () => {
    expect(typedBlock('$$ \\int_0^1 x $$')).toBe('\\int_0^1 x');
    expect(typedBlock('$$x$$')).toBe('x');
  });

  it.each(['$$', '$$$$', 'a $$x$$', '$x$'])('is not in “%s”', (line) => {
    expect(typedBlock(line)).toBeNull();
  });
});
