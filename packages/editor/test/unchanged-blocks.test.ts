import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { contentOf } from '@indelible/document';

import { HeadlessWriter } from './support/headless-writer.ts';
import { LineOfWriters } from './support/line-of-writers.ts';
import { documentOf } from './support/lines-of-text.ts';
import { shapes } from './support/shapes.ts';

/** Every node of the page, outermost first. */
function nodesOf({ state }: HeadlessWriter): Node[] {
  const nodes: Node[] = [];
  state.doc.descendants((node) => void nodes.push(node));
  return nodes;
}

function textOf({ doc }: HeadlessWriter, index: number): Y.XmlText {
  const block = contentOf(doc).get(index);
  const text: unknown = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text.');
  return text;
}

function lineOfTwo(...lines: string[]) {
  const line = new LineOfWriters(2, documentOf(...lines));
  return { line, ada: line.seat(0).writer, bo: line.seat(1).writer };
}

/** Brings what the other has written, and counts how many nodes there are that were not there before. */
function newNodes({ line, ada }: ReturnType<typeof lineOfTwo>): number {
  const before = new Set(nodesOf(ada));
  line.comeToRest();
  return nodesOf(ada).filter((node) => !before.has(node)).length;
}

test('a letter of somebody else’s makes its block and its text anew, and leaves all others what they are', () => {
  const people = lineOfTwo('tea', 'milk', 'sugar', 'bread');
  people.bo.goBehind('sug');
  people.bo.type('x');
  expect(newNodes(people)).toBe(2);
  expect(people.ada.text).toBe('tea\nmilk\nsugxar\nbread');
});

test('a letter in a list makes only anew what is around it', () => {
  const people = lineOfTwo('tea', 'milk', 'sugar', 'bread');
  people.bo.goTo(1, 13);
  people.bo.run(shapes.bullets);
  people.line.comeToRest();
  people.bo.goBehind('milk');
  people.bo.type('x');
  // The list, the item, the paragraph, the text.
  expect(newNodes(people)).toBe(4);
});

test('a letter of somebody else’s replaces only its block, so that places in others need not be looked for', () => {
  const { line, ada, bo } = lineOfTwo('tea', 'milk', 'sugar');
  let places: number[] = [];
  ada.watch((tr) => {
    places = [0, 5, 11, 18].map((place) => tr.mapping.map(place));
  });
  bo.goBehind('mil');
  bo.type('x');
  line.comeToRest();
  expect(places).toEqual([0, 5, 12, 19]);
});

test('where nothing was written nothing is told to Yjs', () => {
  const writer = new HeadlessWriter(1, [documentOf('tea', 'milk')]);
  writer.goBehind('tea');
  writer.type('s');
  let transactions = 0;
  writer.doc.on('afterTransaction', () => {
    transactions += 1;
  });
  writer.goBehind('milk');
  expect(transactions).toBe(0);
  writer.type('s');
  expect(transactions).toBe(1);
});

test('a block that is made and changed in one transaction is drawn as it is in the end', () => {
  const writer = new HeadlessWriter(1, [documentOf('tea')]);
  const { schema } = writer.state;
  writer.doc.transact(() => {
    writer.dispatch((tr) => tr.insert(0, schema.node('paragraph', null, [schema.text('new')])));
    textOf(writer, 0).insert(3, 'er');
  });
  expect(writer.text).toBe('newer\ntea');
});

test('what was changed while the page was writing is drawn with what others do next', () => {
  const { line, ada, bo } = lineOfTwo('tea', 'milk', 'sugar');
  ada.doc.once('afterTransaction', () => textOf(ada, 1).insert(4, 'y'));
  ada.goBehind('tea');
  ada.type('s');
  bo.goBehind('sugar');
  bo.type('s');
  line.comeToRest();
  expect(ada.text).toBe('teas\nmilky\nsugars');
});

test('whatever two people do at once, their pages say what a page says that is opened then', () => {
  const kind = fc.constantFrom(...Object.keys(shapes), 'type', 'type', 'undo', 'redo', 'exchange');
  const act = fc.record({ who: fc.nat(1), kind, at: fc.nat(60) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40, size: 'max' }), (acts) => {
      const { line, ada, bo } = lineOfTwo('tea', 'milk', 'sugar');
      for (const { who, kind: what, at } of acts) {
        if (what === 'exchange') line.comeToRest();
        else perform(who === 0 ? ada : bo, what, at);
      }
      line.comeToRest();
      const opened = new HeadlessWriter(9, [Y.encodeStateAsUpdate(ada.doc)]);
      expect(ada.shape).toBe(opened.shape);
      expect(bo.shape).toBe(opened.shape);
    }),
  );
});

function perform(writer: HeadlessWriter, what: string, at: number): void {
  writer.goTo(at % writer.state.doc.content.size);
  if (what === 'type') writer.type('ab');
  else if (what === 'undo') writer.history.undo();
  else if (what === 'redo') writer.history.redo();
  else {
    const command = Object.entries(shapes).find(([name]) => name === what)?.[1];
    if (command !== undefined) writer.run(command);
  }
}
