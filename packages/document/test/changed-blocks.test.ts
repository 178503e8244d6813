import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { changedBlocks, contentOf, placeOf, type ChangedBlocks } from '../src/index.ts';

function paragraph(words: string): Y.XmlElement {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  return block;
}

/** Two copies of a document with these paragraphs; the second person is client 2. */
function twoCopies(...words: readonly string[]): readonly [Y.Doc, Y.Doc] {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  contentOf(mine).insert(0, words.map(paragraph));
  theirs.clientID = 2;
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  return [mine, theirs];
}

const blockAt = (doc: Y.Doc, index: number): Y.XmlElement => {
  const block = contentOf(doc).get(index);
  if (!(block instanceof Y.XmlElement)) throw new Error('there is no block');
  return block;
};

const textAt = (doc: Y.Doc, index: number): Y.XmlText => {
  const text = blockAt(doc, index).get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('there is no text');
  return text;
};

/** What `mine` learns when it hears what `theirs` has become. */
function learned(mine: Y.Doc, theirs: Y.Doc): ChangedBlocks {
  let changes: ChangedBlocks = { blocks: [], removed: 0 };
  mine.once('afterTransaction', (transaction: Y.Transaction) => {
    changes = changedBlocks(transaction);
  });
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)));
  return changes;
}

const said = ({ blocks, removed }: ChangedBlocks) => ({
  blocks: blocks.map(({ block, clients }) => [block.toString(), [...clients]]),
  removed,
});

test('what was written in is told in the order of the document, with who wrote', () => {
  const [mine, theirs] = twoCopies('one', 'two', 'three');
  textAt(theirs, 2).insert(0, 'new ');
  contentOf(theirs).insert(0, [paragraph('zero')]);
  expect(said(learned(mine, theirs))).toEqual({
    blocks: [
      ['<paragraph>zero</paragraph>', [2]],
      ['<paragraph>new three</paragraph>', [2]],
    ],
    removed: 0,
  });
});

test('words that were taken out of a block change it, and nobody has signed that', () => {
  const [mine, theirs] = twoCopies('one two', 'three');
  textAt(theirs, 0).delete(3, 4);
  expect(said(learned(mine, theirs))).toEqual({
    blocks: [['<paragraph>one</paragraph>', []]],
    removed: 0,
  });
});

test('blocks that have gone are counted, empty ones are not', () => {
  const [mine, theirs] = twoCopies('one', '', 'three');
  contentOf(theirs).delete(1, 2);
  expect(said(learned(mine, theirs))).toEqual({ blocks: [], removed: 1 });
});

test('lines of a list are blocks of their own, and an empty paragraph is no news', () => {
  const [mine, theirs] = twoCopies('one');
  const list = new Y.XmlElement('bulletList');
  const items = ['a', 'b'].map((words) => {
    const item = new Y.XmlElement('listItem');
    item.insert(0, [paragraph(words)]);
    return item;
  });
  list.insert(0, items);
  contentOf(theirs).insert(1, [list, paragraph('')]);
  const changes = learned(mine, theirs);
  expect(said(changes).blocks.map(([block]) => block)).toEqual([
    '<paragraph>a</paragraph>',
    '<paragraph>b</paragraph>',
  ]);
  expect(changes.blocks.map(({ block }) => placeOf(block))).toEqual([
    [1, 0, 0],
    [1, 1, 0],
  ]);
});

test('what was written and deleted again in the meantime is no news', () => {
  const [mine, theirs] = twoCopies('one');
  contentOf(theirs).insert(1, [paragraph('passing')]);
  contentOf(theirs).delete(1, 1);
  expect(said(learned(mine, theirs))).toEqual({ blocks: [], removed: 0 });
});
