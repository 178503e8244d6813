import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';

import { schema } from '@indelible/document/schema';

import { emptyLineAt } from '../src/moving/empty-line.ts';

const paragraph = (text = '') =>
  schema.node('paragraph', null, text === '' ? [] : schema.text(text));
const lineAt = (caret: number, ...blocks: readonly Node[]) => {
  const doc = schema.node('doc', null, blocks);
  return emptyLineAt(EditorState.create({ doc, selection: TextSelection.create(doc, caret) }));
};

describe('the empty line that the caret is in', () => {
  it('is known by where it begins', () => {
    expect(lineAt(1, paragraph())).toBe(0);
    expect(lineAt(6, paragraph('one'), paragraph())).toBe(5);
  });

  it('is none where something is written, or where it is no plain line', () => {
    expect(lineAt(2, paragraph('one'))).toBeNull();
    expect(lineAt(1, schema.node('heading', { level: 1 }))).toBeNull();
    expect(lineAt(1, schema.node('codeBlock'))).toBeNull();
  });

  it('is a whole item in a list, so that the next one is an item, too', () => {
    const items = ['one', ''].map((text) => schema.node('listItem', null, [paragraph(text)]));
    expect(lineAt(10, schema.node('bulletList', null, items))).toBe(8);
  });

  it('is none in a table', () => {
    const cell = schema.node('tableCell', null, [paragraph()]);
    const table = schema.node('table', null, [schema.node('tableRow', null, [cell])]);
    expect(lineAt(4, table)).toBeNull();
  });
});
