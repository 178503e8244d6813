import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { highlight } from '../../src/code/highlight.ts';
import { knownLanguage, languages } from '../../src/code/languages.ts';
import { TOKEN_KINDS, type Tokens, tokensWithin } from '../../src/code/tokens.ts';

const spelled = (code: string, tokens: Tokens): string[] =>
  tokensWithin(tokens, 0, code.length).map(
    ({ from, to, kind }) => `${TOKEN_KINDS[kind] ?? '?'} ${code.slice(from, to)}`,
  );

describe('highlighting', () => {
  it('tells keywords, names, numbers, strings and comments apart', () => {
    const code = 'const n = 1; // one';
    expect(spelled(code, highlight('javascript', code))).toEqual([
      'keyword const',
      'number 1',
      'comment // one',
    ]);
  });

  it('leaves code inside a string plain', () => {
    const code = '"a #{b} c"';
    expect(spelled(code, highlight('ruby', code))).toEqual(['string "a ', 'string  c"']);
  });

  it('colours nothing in a language that it does not know', () => {
    expect(highlight('klingon', 'const n = 1;')).toHaveLength(0);
  });

  it.each(languages)('knows $label', ({ id }) => {
    expect(knownLanguage(id)).toBe(id);
    expect(() => highlight(id, 'a "b" 1 # c\n')).not.toThrow();
  });

  it('never overlaps and never leaves the code, whatever the code is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('typescript', 'xml', 'markdown', 'python'),
        fc.string({
          unit: fc.constantFrom('a', '"', '`', '$', '{', '}', '<', '>', '\n', '/*', '#', '😀'),
        }),
        (language, code) => {
          let end = 0;
          for (const { from, to } of tokensWithin(highlight(language, code), 0, code.length)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
          expect(end).toBeLessThanOrEqual(code.length);
        },
      ),
    );
  });
});

describe('a part of the code', () => {
  const pieces = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 30 });

  it('has just the stretches that touch it', () => {
    fc.assert(
      fc.property(pieces, fc.nat(150), fc.nat(40), (lengths, from, length) => {
        let at = 0;
        const all = lengths.map(([gap, size]) => {
          at += gap + size;
          return { from: at - size, to: at, kind: 1 };
        });
        const flat = Uint32Array.from(all.flatMap((token) => [token.from, token.to, token.kind]));
        const to = from + length;
        expect(tokensWithin(flat, from, to)).toEqual(
          all.filter((token) => token.to > from && token.from < to),
        );
      }),
    );
  });
});

describe('the name of a language', () => {
  it('may be what people write after a fence', () => {
    expect(['JS', ' ts ', 'c++', 'html', 'yml'].map(knownLanguage)).toEqual([
      'javascript',
      'typescript',
      'cpp',
      'xml',
      'yaml',
    ]);
  });

  it('is nothing if it is none', () => {
    expect([null, 7, '', 'constructor', 'mermaid'].map(knownLanguage)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });
});
