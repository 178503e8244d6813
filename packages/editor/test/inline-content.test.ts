import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { contentOf, seedUpdate } from '@indelible/document';
import { schema } from '@indelible/document/schema';

import { type InlineTools, updateInlineContent } from '../src/binding/inline-content.ts';

/** An editor without a page: what y-tiptap does with a ProseMirror document, and nothing else. */
class Writer {
  readonly doc = new Y.Doc();
  #mapping = new Map();

  constructor(clientId: number, seed: Uint8Array) {
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, seed);
  }

  get state(): EditorState {
    return EditorState.create({
      doc: yXmlFragmentToProseMirrorRootNode(contentOf(this.doc), schema),
    });
  }

  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n', '⏎');
  }

  get firstText(): Y.XmlText {
    const paragraph = contentOf(this.doc).get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error('there is no text');
    return text;
  }

  change(edit: (state: EditorState) => EditorState['tr']): void {
    const { doc, selection } = edit(this.state);
    const { parent: parentNode, parentOffset } = selection.$head;
    const binding = {
      mapping: this.#mapping,
      isOMark: new Map(),
      updateInline: (parent: Y.XmlElement, node: Node, tools: InlineTools) =>
        updateInlineContent(parent, node, tools, node === parentNode ? parentOffset : undefined),
    };
    this.doc.transact(() => updateYFragment(this.doc, contentOf(this.doc), doc, binding));
    this.#mapping = new Map();
  }

  /** @param at from the front of the document; negative from its end. */
  type(letters: string, at = -1): void {
    this.change((state) => {
      const place = placeIn(state, at);
      const { tr } = state;
      tr.setSelection(TextSelection.create(tr.doc, place)).insertText(letters);
      return tr;
    });
  }

  hear(other: Writer): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)));
  }
}

/** A place where letters may stand. */
function placeIn(state: EditorState, at: number): number {
  const size = state.doc.content.size;
  const wanted = at < 0 ? size + at : Math.min(at, size);
  return TextSelection.near(state.doc.resolve(Math.max(0, wanted)), at < 0 ? -1 : 1).head;
}

const emptyParagraph = (): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = 99;
  contentOf(doc).insert(0, [new Y.XmlElement('paragraph')]);
  return Y.encodeStateAsUpdate(doc);
};

const both = (seed: Uint8Array): readonly [Writer, Writer] => [
  new Writer(1, seed),
  new Writer(2, seed),
];

function exchange(a: Writer, b: Writer): void {
  a.hear(b);
  b.hear(a);
}

test.each([
  ['with', seedUpdate('', 99)],
  ['without', emptyParagraph()],
])('two who begin in the same empty paragraph, %s a text in it, keep every letter', (_, seed) => {
  const [ada, bo] = both(seed);
  for (const letter of ['1', '2', '3']) {
    ada.type(`a${letter}`);
    bo.type(`b${letter}`);
    exchange(ada, bo);
  }
  ada.type('a4');
  exchange(ada, bo);
  expect(ada.text).toBe(bo.text);
  expect(Array.from(ada.text).toSorted().join('')).toBe('112233' + '4aaaabbb');
});

test('of several equal letters the one at the caret was typed', () => {
  const [ada] = both(seedUpdate('', 99));
  ada.type('aa');
  const between = Y.createRelativePositionFromTypeIndex(ada.firstText, 1);
  ada.type('a', 1);
  expect(ada.text).toBe('aaa');
  expect(Y.createAbsolutePositionFromRelativePosition(between, ada.doc)?.index).toBe(2);
});

test('formatting across texts that were begun at the same moment reaches all of it, once', () => {
  const [ada, bo] = both(emptyParagraph());
  ada.type('left');
  bo.type('right');
  exchange(ada, bo);
  ada.change((state) => state.tr.addMark(2, 9, schema.mark('bold')));
  bo.type('!');
  exchange(ada, bo);
  expect(ada.state.doc.toJSON()).toEqual(bo.state.doc.toJSON());
  expect(ada.text).toHaveLength(10);
  const bold = ada.state.doc.firstChild?.children.filter(({ marks }) => marks.length > 0) ?? [];
  expect(bold.map(({ text }) => text?.length).reduce((sum = 0, n = 0) => sum + n, 0)).toBe(7);
});

test('an element in the middle of a text leaves what is around it formatted as it was', () => {
  const [ada] = both(seedUpdate('', 99));
  ada.type('one two');
  ada.change((state) => state.tr.addMark(5, 8, schema.mark('italic')));
  ada.change((state) => state.tr.insert(6, schema.node('hardBreak')));
  expect(ada.text).toBe('one t⏎wo');
  expect(ada.state.doc.firstChild?.children.map((node) => [node.text, node.marks.length])).toEqual([
    ['one ', 0],
    ['t', 1],
    [undefined, 0],
    ['wo', 1],
  ]);
});

test('letters that are formatted differently stay in their order in the middle of a text', () => {
  const [ada] = both(seedUpdate('', 99));
  ada.type('one four');
  ada.change(({ tr }) =>
    tr.insert(5, [schema.text('two ', [schema.mark('bold')]), schema.text('three ')]),
  );
  expect(ada.text).toBe('one two three four');
});

test('half of a surrogate pair is never written', () => {
  const [ada, bo] = both(seedUpdate('', 99));
  ada.type('😀');
  ada.change((state) => state.tr.insertText('😁', 1, 3));
  exchange(ada, bo);
  expect(bo.text).toBe('😁');
});

const edit = fc.record({
  who: fc.nat(1),
  at: fc.nat(60),
  kind: fc.constantFrom('type', 'type', 'type', 'delete', 'bold', 'break', 'split'),
  length: fc.integer({ min: 1, max: 6 }),
  exchange: fc.boolean(),
});

// A letter behind a new break or in a new paragraph is a copy, as a Yjs type can't be moved: two people who cut the
// same text in two at the same moment copy it twice. So here they hear of each other between two cuts.
test('whatever two people do in a text, no letter that nobody deleted is missing or doubled', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const people = both(emptyParagraph());
      const deleted = new Set<string>();
      let next = 0x4e00;
      const typed: string[] = [];
      let isCut = false;
      for (const { who, at, kind, length, exchange: now } of edits) {
        const person = people[who] ?? people[0];
        const cuts = kind === 'break' || kind === 'split';
        if (cuts && isCut) exchange(...people);
        if (kind === 'type') {
          const letters = Array.from({ length }, () => String.fromCharCode(next++)).join('');
          typed.push(...Array.from(letters));
          person.type(letters, at);
        } else {
          person.change((state) => change(state, kind, at, length, deleted));
        }
        if (now) exchange(...people);
        isCut = !now && (isCut || cuts);
      }
      exchange(...people);
      const [ada, bo] = people;
      expect(ada.state.doc.toJSON()).toEqual(bo.state.doc.toJSON());
      const left = Array.from(ada.text).filter((letter) => letter >= '\u4e00');
      const doubled = left.filter((letter, index) => left.indexOf(letter) !== index);
      expect(doubled).toEqual([]);
      expect(typed.filter((letter) => !left.includes(letter) && !deleted.has(letter))).toEqual([]);
    }),
  );
});

function change(
  state: EditorState,
  kind: string,
  at: number,
  length: number,
  deleted: Set<string>,
): EditorState['tr'] {
  const from = placeIn(state, at);
  const to = Math.min(from + length, state.doc.resolve(from).end());
  if (kind === 'delete') {
    for (const letter of state.doc.textBetween(from, to)) deleted.add(letter);
    return state.tr.delete(from, to);
  }
  if (kind === 'bold')
    return from === to ? state.tr : state.tr.addMark(from, to, schema.mark('bold'));
  if (kind === 'break') return state.tr.insert(from, schema.node('hardBreak'));
  return state.tr.split(from);
}
