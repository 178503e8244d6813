import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { schema } from '@indelible/document/schema';

import { anchorAt, blockPlace, placeOf, putBlock } from '../src/uploads/places.ts';
import { HeadlessWriter } from './support/headless-writer.ts';
import { documentOf } from './support/lines-of-text.ts';

const image = schema.node('image', { src: 'https://example.org/a.png' });

function writerOf(...lines: readonly string[]): HeadlessWriter {
  return new HeadlessWriter(1, [documentOf(...lines)]);
}

/** Everywhere between two of the outermost blocks. */
function gaps({ state: { doc } }: Pick<HeadlessWriter, 'state'>): number[] {
  const found = [0];
  doc.forEach((node, at) => found.push(at + node.nodeSize));
  return found;
}

describe('the place of a file on its way', () => {
  it('is the same after a trip through Yjs, between any two blocks', () => {
    const lines = fc.array(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lines, (texts) => {
        const writer = writerOf(...texts);
        for (const gap of gaps(writer)) {
          expect(placeOf(writer.state, anchorAt(writer.state, gap))).toBe(gap);
        }
      }),
    );
  });

  it('stays with its blocks when somebody else writes above it', () => {
    const [ada, bo] = [writerOf('one', 'two', 'three'), new HeadlessWriter(2, [])];
    bo.receive(Y.encodeStateAsUpdate(ada.doc));
    const anchor = anchorAt(ada.state, 5);
    bo.goBehind('one');
    bo.dispatch((tr) => tr.split(tr.selection.from));
    bo.type('and more');
    for (const update of bo.made) ada.receive(update);
    const { nodeBefore, nodeAfter } = ada.state.doc.resolve(placeOf(ada.state, anchor));
    expect([nodeBefore?.textContent, nodeAfter?.textContent]).toEqual(['and more', 'two']);
  });

  it('is the end when nobody can say any more', () => {
    const { state } = writerOf('one');
    for (const nonsense of [null, 7, {}, { type: { client: 9, clock: 9 } }]) {
      expect(placeOf(state, nonsense)).toBe(state.doc.content.size);
    }
  });
});

describe('a block that is put in', () => {
  it.each([
    ['before an empty paragraph, in which one goes on writing', [''], 1, 'image, paragraph'],
    [
      'behind the text that has the caret, wherever in it',
      ['words'],
      3,
      'paragraph("words"), image, paragraph',
    ],
    ['before the text at whose start the caret is', ['words'], 1, 'image, paragraph("words")'],
    ['between blocks', ['one', 'two'], 5, 'paragraph("one"), image, paragraph("two")'],
  ])('goes %s', (_, lines, at, expected) => {
    const writer = writerOf(...lines);
    writer.dispatch((tr) => {
      putBlock(tr, at, image);
      return tr;
    });
    expect(writer.shape).toBe(expected);
  });

  it('never cuts a text in two, nor leaves the document without a place to write', () => {
    const lines = fc.array(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lines, fc.nat(30), (texts, wanted) => {
        const { state } = writerOf(...texts);
        const { tr } = state;
        const place = blockPlace(tr.doc, wanted, image);
        expect(gaps({ state })).toContain(place);
        putBlock(tr, wanted, image);
        expect(tr.doc.lastChild?.type.name).toBe('paragraph');
        tr.doc.check();
      }),
    );
  });
});
