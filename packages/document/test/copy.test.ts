import { prosemirrorJSONToYDoc, yDocToProsemirrorJSON } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { copyDocument, readTitle, seedUpdate, setTitle } from '../src/index.ts';
import { schema } from '../src/schema/schema.ts';

const text = (words: string, ...marks: object[]): object => ({ type: 'text', text: words, marks });

const sample = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('A heading')] },
    {
      type: 'paragraph',
      content: [
        text('plain, '),
        text('bold', { type: 'bold' }),
        text(' and '),
        text('a link', { type: 'link', attrs: { href: 'https://example.org/' } }),
        { type: 'hardBreak' },
        text('below'),
      ],
    },
    {
      type: 'taskList',
      content: [
        {
          type: 'taskItem',
          attrs: { checked: true },
          content: [{ type: 'paragraph', content: [text('done')] }],
        },
      ],
    },
    { type: 'paragraph' },
  ],
};

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

const jsonOf = (doc: Y.Doc): unknown => yDocToProsemirrorJSON(doc, 'content');

test('a copy says what the original says, and nothing of what was there before', () => {
  const from = prosemirrorJSONToYDoc(schema, sample, 'content');
  setTitle(from, 'The original');
  const to = opened(seedUpdate('Untitled'));
  copyDocument(from, to);
  expect(jsonOf(to)).toEqual(jsonOf(from));
  expect(JSON.stringify(jsonOf(to))).toContain('"level":2');
  expect(readTitle(to)).toBe('The original');
});

test('a copy has nothing in common with the original that could be merged into twice the text', () => {
  const from = opened(seedUpdate('Title'));
  const to = opened(seedUpdate('Title'));
  copyDocument(from, to);
  for (const client of from.store.clients.keys()) expect(to.store.clients.has(client)).toBe(false);
});
