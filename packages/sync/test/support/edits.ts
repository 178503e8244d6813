import * as Y from 'yjs';

/** One random change; what the numbers mean depends on what is there. */
export interface Edit {
  readonly kind: number;
  readonly at: number;
  readonly size: number;
}

/** None needs a surrogate pair: Yjs replaces the halves of one that is cut, and not everywhere alike. */
const WORDS = ['a', 'words ', 'ünï', '日本', '\n', 'x'.repeat(40), '\ufeffb', '\0'];
const word = (size: number): string => WORDS[size % WORDS.length] ?? '';

/** Changes a document in one of the ways the Yjs types allow. */
export function edit(doc: Y.Doc, { kind, at, size }: Edit): void {
  const kinds = [...textKinds, ...listKinds, ...treeKinds];
  doc.transact(() => kinds[kind % kinds.length]?.(doc, at, size));
}

type Kind = (doc: Y.Doc, at: number, size: number) => void;

const place = (length: number, at: number): number => at % (length + 1);
const range = (length: number, at: number, size: number): [number, number] => {
  const from = place(length, at);
  return [from, Math.min(length - from, size % 12)];
};

const textKinds: readonly Kind[] = [
  // Most edits are text.
  ...Array.from({ length: 4 }, () => (doc: Y.Doc, at: number, size: number) => {
    const text = doc.getText('text');
    text.insert(place(text.length, at), word(size));
  }),
  ...Array.from({ length: 3 }, () => (doc: Y.Doc, at: number, size: number) => {
    const text = doc.getText('text');
    text.delete(...range(text.length, at, size));
  }),
  (doc, at, size) => {
    const text = doc.getText('text');
    const bold = size % 3 === 0 ? null : { deep: [size, null, { a: 'b' }] };
    text.format(...range(text.length, at, size), { bold });
  },
  (doc, at) => {
    const text = doc.getText('text');
    text.insertEmbed(place(text.length, at), { image: '🦊', list: [1, null] });
  },
];

const listKinds: readonly Kind[] = [
  (doc, at, size) => {
    const list = doc.getArray('list');
    const values = [size, size / 7, -1, null, true, '🦊', { n: 10n }, { a: [undefined] }, [[]]];
    list.insert(place(list.length, at), [values[size % values.length], 'two']);
  },
  (doc, at, size) => {
    const list = doc.getArray('list');
    list.insert(place(list.length, at), [new Uint8Array([size % 256, 2])]);
  },
  (doc, at, size) => {
    const list = doc.getArray('list');
    list.delete(...range(list.length, at, size));
  },
  (doc, at, size) => doc.getMap('map').set(`k${at % 5}`, size % 2 === 0 ? size : { a: size }),
  (doc, at) => doc.getMap('map').delete(`k${at % 5}`),
  (doc, at, size) => {
    const nested = new Y.Map();
    nested.set('text', new Y.Text(word(size)));
    nested.set('list', new Y.Array());
    doc.getMap('map').set(`n${at % 3}`, nested);
  },
  (doc, at) => {
    doc
      .getMap('map')
      .set(`doc${at % 2}`, new Y.Doc({ guid: `sub-${at}`, meta: { at }, gc: false }));
  },
];

const treeKinds: readonly Kind[] = [
  (doc, at, size) => {
    const tree = doc.getXmlFragment('tree');
    const paragraph = new Y.XmlElement(at % 2 === 0 ? 'paragraph' : 'heading');
    paragraph.setAttribute('level', String(size));
    paragraph.insert(0, [new Y.XmlText(word(size)), new Y.XmlElement('image')]);
    tree.insert(place(tree.length, at), [paragraph]);
  },
  (doc, at, size) => {
    const text = someXmlText(doc, at);
    text?.insert(place(text.length, size), word(at));
  },
  (doc, at, size) => {
    const text = someXmlText(doc, at);
    text?.delete(...range(text.length, size, at));
  },
  (doc, at, size) => {
    const text = someXmlText(doc, at);
    text?.format(...range(text.length, size, at), { italic: size % 2 === 0 ? {} : null });
  },
  (doc, at) => {
    const tree = doc.getXmlFragment('tree');
    tree.delete(...range(tree.length, at, 1));
  },
  (doc, at, size) => {
    const tree = doc.getXmlFragment('tree');
    const element = tree.length === 0 ? null : tree.get(at % tree.length);
    if (!(element instanceof Y.XmlElement)) return;
    if (size % 3 === 0) element.removeAttribute('level');
    else element.setAttribute('level', word(size));
  },
];

function someXmlText(doc: Y.Doc, at: number): Y.XmlText | null {
  const tree = doc.getXmlFragment('tree');
  const element = tree.length === 0 ? null : tree.get(at % tree.length);
  const first = element instanceof Y.XmlElement && element.length > 0 ? element.get(0) : null;
  return first instanceof Y.XmlText ? first : null;
}

/** Everything a person could see in a document, in a form that can be compared. */
export const contentOf = (doc: Y.Doc): unknown => ({
  text: doc.getText('text').toDelta() as unknown,
  list: doc.getArray('list').toJSON() as unknown,
  map: new Map([...doc.getMap('map').entries()].map(([key, value]) => [key, plain(value)])),
  tree: doc.getXmlFragment('tree').toArray().map(shape),
});

function plain(value: unknown): unknown {
  if (value instanceof Y.Doc) return { guid: value.guid, meta: value.meta as unknown };
  return value instanceof Y.Map ? value.toJSON() : value;
}

function shape(node: unknown): unknown {
  if (node instanceof Y.XmlText) return node.toDelta() as unknown;
  if (!(node instanceof Y.XmlElement)) return null;
  return {
    name: node.nodeName,
    attributes: node.getAttributes(),
    children: node.toArray().map(shape),
  };
}

/** A document with a known client number. */
export function newDoc(client: number, options: { readonly gc?: boolean } = {}): Y.Doc {
  const doc = new Y.Doc(options);
  doc.clientID = client;
  return doc;
}
