import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type TextEdit, textEdit } from '../src/index.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', ' '), maxLength: 12 });
const apply = (text: string, edit: TextEdit) =>
  text.slice(0, edit.index) + edit.insert + text.slice(edit.index + edit.remove);
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('textEdit', () => {
  it('turns any text into any other', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        expect(apply(before, textEdit(before, after))).toBe(after);
      }),
    );
  });

  it('turns any text into any other wherever the caret is said to be', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(12), (before, after, at) => {
        const edit = textEdit(before, after, Math.min(at, after.length));
        expect(apply(before, edit)).toBe(after);
      }),
    );
  });

  it('never cuts a surrogate pair in two', () => {
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.option(fc.nat(12), { nil: undefined }),
        (before, after, at) => {
          const caret = at === undefined || loneSurrogate.test(after.slice(0, at)) ? undefined : at;
          const edit = textEdit(
            before,
            after,
            caret === undefined ? caret : Math.min(caret, after.length),
          );
          expect(edit.insert).not.toMatch(loneSurrogate);
          expect(before.slice(edit.index, edit.index + edit.remove)).not.toMatch(loneSurrogate);
        },
      ),
    );
  });

  it('finds nothing to do between equal texts', () => {
    fc.assert(
      fc.property(letters, (text) => {
        expect(textEdit(text, text)).toMatchObject({ remove: 0, insert: '' });
      }),
    );
  });

  it('leaves what is common at both ends alone', () => {
    expect(textEdit('one two three', 'one 2 three')).toEqual({ index: 4, remove: 3, insert: '2' });
  });

  it('puts one of several equal letters where the caret says it was typed', () => {
    expect(textEdit('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
    expect(textEdit('aaa', 'aa', 1)).toEqual({ index: 1, remove: 1, insert: '' });
  });
});
