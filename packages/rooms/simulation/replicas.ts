import * as Y from 'yjs';

/** Without a name of its own a document makes one up, which takes time. */
export const NO_CHANCE = { guid: 'replica' } as const;

/** A document made of updates, in order. */
export function fold(updates: Iterable<{ readonly update: Uint8Array }>): Y.Doc {
  const doc = new Y.Doc(NO_CHANCE);
  doc.transact(() => {
    for (const { update } of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

export const isPending = ({ store }: Y.Doc): boolean =>
  store.pendingStructs !== null || store.pendingDs !== null;

/** How two copies differ, or null if they don't: state vector, delete set and content. */
export function difference(a: Y.Doc, b: Y.Doc): string | null {
  if (isPending(a) || isPending(b)) return 'something is pending';
  if (!Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))) {
    return `they have other structs: ${describe(a)} / ${describe(b)}`;
  }
  const [left, right] = [contentOf(a), contentOf(b)];
  return left === right ? null : `${left} / ${right}`;
}

const contentOf = (doc: Y.Doc): string =>
  JSON.stringify([doc.getText('text').toDelta(), sorted(doc.getMap('map').toJSON())]);

const sorted = (object: object): unknown[] =>
  Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));

const describe = (doc: Y.Doc): string =>
  [...Y.decodeStateVector(Y.encodeStateVector(doc))]
    .toSorted(([a], [b]) => a - b)
    .map(([client, clock]) => `${client}:${clock}`)
    .join(' ');
