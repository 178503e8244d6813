import * as Y from 'yjs';

import type { Random } from './random.ts';

const WORDS = ['a', 'words ', 'ünï', '日本', '🦊', '\n', 'x'.repeat(40), '\ufeffb', '\0'];

/** Changes a document in one of the ways in which editors do. */
export function edit(doc: Y.Doc, random: Random): void {
  doc.transact(() => random.pick(KINDS)(doc, random));
}

const typing = (doc: Y.Doc, random: Random): void => {
  const text = doc.getText('text');
  text.insert(random.below(text.length + 1), random.pick(WORDS));
};

const KINDS: readonly ((doc: Y.Doc, random: Random) => void)[] = [
  typing,
  typing,
  typing,
  (doc, random) => {
    const text = doc.getText('text');
    const from = random.below(text.length + 1);
    text.delete(from, Math.min(text.length - from, random.below(12)));
  },
  (doc, random) => {
    const text = doc.getText('text');
    const from = random.below(text.length + 1);
    const bold = random.chance(0.3) ? null : { deep: [1, null, { a: 'b' }] };
    text.format(from, Math.min(text.length - from, random.below(12)), { bold });
  },
  (doc, random) => {
    const text = doc.getText('text');
    text.insertEmbed(random.below(text.length + 1), { image: '🦊', list: [1, null] });
  },
  (doc, random) => {
    const list = doc.getArray('list');
    const values = [1.5, -1, null, true, '🦊', { n: 10n }, { a: [undefined] }, [[]]];
    list.insert(random.below(list.length + 1), [random.pick(values.slice(0, 2)), ...values]);
  },
  (doc, random) => {
    const list = doc.getArray('list');
    list.insert(random.below(list.length + 1), [random.bytes(3)]);
    list.delete(random.below(list.length), 1);
  },
  (doc, random) => {
    const nested = new Y.Map<unknown>([['text', new Y.Text(random.pick(WORDS))]]);
    doc.getMap('map').set(`key ${random.below(3)}`, random.chance(0.5) ? nested : { a: [1] });
  },
  (doc, random) => doc.getMap('map').delete(`key ${random.below(3)}`),
  (doc) => doc.getMap('map').set('document', new Y.Doc({ guid: 'sub', meta: { a: 1 }, gc: false })),
  (doc, random) => {
    const tree = doc.getXmlFragment('tree');
    const paragraph = new Y.XmlElement(random.pick(['paragraph', 'heading']));
    paragraph.setAttribute('level', '1');
    paragraph.insert(0, [new Y.XmlText(random.pick(WORDS)), new Y.XmlElement('image')]);
    tree.insert(random.below(tree.length + 1), [paragraph]);
  },
  (doc, random) => {
    const tree = doc.getXmlFragment('tree');
    if (tree.length > 0) tree.delete(random.below(tree.length), 1);
  },
];
