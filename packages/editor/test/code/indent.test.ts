import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';

import { schema } from '@indelible/document/schema';

import { indent, newLine } from '../../src/code/indent.ts';

/** A state with this code, selected between the bars; one bar is a caret. */
function codeOf(marked: string): EditorState {
  const code = marked.replaceAll('|', '');
  const doc = schema.node('doc', null, [schema.node('codeBlock', null, [schema.text(code)])]);
  const [from, to] = [marked.indexOf('|'), marked.lastIndexOf('|')];
  const end = to === from ? from : to - 1;
  const state = EditorState.create({ doc });
  return state.apply(state.tr.setSelection(TextSelection.create(doc, from + 1, end + 1)));
}

function indented(marked: string, isInward: boolean): string {
  const state = codeOf(marked);
  const { tr } = state;
  indent(state, tr, isInward);
  return tr.doc.textContent;
}

describe('Tab in code', () => {
  it('moves on where the caret is', () => {
    expect(indented('a|b', true)).toBe('a  b');
  });

  it('moves every line that is selected, and none of which nothing is', () => {
    expect(indented('on|e\ntwo\n|three', true)).toBe('  one\n  two\nthree');
  });

  it('takes back no more than there is', () => {
    expect(indented('|    one\n two\nthree|', false)).toBe('  one\ntwo\nthree');
    expect(indented('\tone|', false)).toBe('one');
  });

  it('is nothing outside of code', () => {
    const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('one')])]);
    const state = EditorState.create({ doc });
    expect(indent(state, state.tr, true)).toBe(false);
  });
});

describe('Enter in code', () => {
  it('begins the new line where the last one began', () => {
    const state = codeOf('  if (a) {|}');
    const { tr } = state;
    expect(newLine(state, tr)).toBe(true);
    expect(tr.doc.textContent).toBe('  if (a) {\n  }');
  });

  it('is left alone on a line that is empty or begins at the edge, so that it can end the block', () => {
    for (const code of ['one|', '  |', '|']) {
      const state = code === '|' ? codeOf(' |') : codeOf(code);
      expect(newLine(state, state.tr)).toBe(false);
    }
  });
});
