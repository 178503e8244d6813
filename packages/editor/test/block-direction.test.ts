import type { Node } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { schema } from '@indelible/document/schema';

import { directed, followDirections } from '../src/page/block-direction.ts';

const paragraph = (text: string): Node =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);
const quote = (...blocks: Node[]): Node => schema.node('blockquote', null, blocks);
const list = (...texts: string[]): Node =>
  schema.node(
    'bulletList',
    null,
    texts.map((text) => schema.node('listItem', null, [paragraph(text)])),
  );
const document = (...blocks: Node[]): Node => schema.node('doc', null, blocks);

const all = (doc: Node): DecorationSet =>
  DecorationSet.create(doc, directed(doc, 0, doc.content.size));

const places = (set: DecorationSet): string[] =>
  set
    .find()
    .map(({ from, to }) => `${from}-${to}`)
    .sort();

function after(doc: Node, change: (tr: Transaction) => Transaction) {
  const tr = change(EditorState.create({ doc }).tr);
  return { doc: tr.doc, set: followDirections(tr, all(doc)) };
}

test('a list and the list in it, a quote, a table run as their words do; plain text needs no help', () => {
  const doc = document(paragraph('a'), quote(paragraph('b'), list('c')));
  expect(places(all(doc))).toEqual(['3-15', '7-14']);
});

test('what becomes a quote, or is put in, is directed, and once only', () => {
  const doc = document(paragraph('one'), quote(paragraph('two')));
  const put = after(doc, (tr) => tr.insert(0, list('three')));
  expect(places(put.set)).toEqual(places(all(put.doc)));
  const typed = after(doc, (tr) => tr.insertText('שלום', 8));
  expect(places(typed.set)).toEqual(places(all(typed.doc)));
  const replaced = after(doc, (tr) => tr.replaceWith(0, doc.content.size, doc.content));
  expect(places(replaced.set)).toEqual(places(all(doc)));
});

const block = fc.oneof(
  fc.string({ maxLength: 5 }).map(paragraph),
  fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((t) => list(...t)),
  fc.string({ maxLength: 4 }).map((text) => quote(paragraph(text), list(text))),
);

test('what others have changed is directed, and what they have left alone is not looked at again', () => {
  const doc = document(list('one'), paragraph('two'), quote(paragraph('three')));
  const tr = received(doc, document(list('one'), paragraph('twoo'), quote(paragraph('three'))));
  const before = all(doc);
  const set = followDirections(tr, before);
  expect(places(set)).toEqual(places(all(tr.doc)));
  for (const kept of before.find()) {
    expect(set.find().some(({ spec }) => spec === kept.spec)).toBe(true);
  }
});

test('whatever others make of a document, exactly the blocks that are there are directed', () => {
  const blocks = fc.array(block, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(blocks, blocks, (former, latter) => {
      const doc = document(...former);
      const tr = received(doc, document(...latter));
      expect(places(followDirections(tr, all(doc)))).toEqual(places(all(tr.doc)));
    }),
  );
});

/** What somebody else has made of a document, drawn as a whole. */
function received(doc: Node, by: Node): Transaction {
  const { tr } = EditorState.create({ doc });
  return tr.replaceWith(0, doc.content.size, by.content).setMeta(ySyncPluginKey, {});
}

test('after any edits exactly the blocks that are there are directed', () => {
  const edit = fc.record({ at: fc.nat(), length: fc.nat(6), put: fc.option(block) });
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 6 }),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (blocks, edits) => {
        let doc = document(...blocks);
        let set = all(doc);
        for (const { at, length, put } of edits) {
          const { tr } = EditorState.create({ doc });
          const size = doc.content.size;
          const from = at % (size + 1);
          if (put === null) tr.deleteRange(from, Math.min(size, from + length));
          else tr.insert(doc.resolve(from).depth === 0 ? from : 0, put);
          set = followDirections(tr, set);
          doc = tr.doc;
          expect(places(set)).toEqual(places(all(doc)));
        }
      },
    ),
  );
});
