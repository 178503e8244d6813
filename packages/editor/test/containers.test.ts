import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';

import { schema } from '@indelible/document/schema';

import { unwrapToggle } from '../src/toggle/toggle-commands.ts';
import { isInToggleLine } from '../src/toolbar/containers.ts';

const paragraph = (text: string) => schema.node('paragraph', null, schema.text(text));

const doc: Node = schema.node('doc', null, [
  schema.node('details', null, [
    schema.node('detailsSummary', null, schema.text('list')),
    schema.node('detailsContent', null, [paragraph('socks')]),
  ]),
]);

const stateAt = (from: number, to = from) =>
  EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });

it('a toggle is named only at its line', () => {
  expect(isInToggleLine(stateAt(4))).toBe(true);
  expect(isInToggleLine(stateAt(10))).toBe(false);
});

it('a toggle that is selected as a whole becomes its line and what was below, the caret where it was', () => {
  const state = stateAt(4, 12);
  const { tr } = state;
  expect(unwrapToggle(state, tr)).toBe(true);
  expect(tr.doc.toString()).toBe('doc(paragraph("list"), paragraph("socks"))');
  expect([tr.selection.from, tr.selection.to]).toEqual([3, 3]);
  expect(unwrapToggle(stateAt(10), stateAt(10).tr)).toBe(false);
});
