import * as Y from 'yjs';

import { parseRoomName } from '@indelible/protocol';
import type { DocumentId } from '@indelible/protocol';

import type { Append, Appended, Seq, Snapshot, StoredDocument } from '../update-log.ts';

/** A document id for a test. */
export function documentId(name: string): DocumentId {
  const id = parseRoomName(name);
  if (id === null) throw new Error(`${name} is no document id`);
  return id;
}

/** One person's copy of a document, which yields the updates of what they do. */
export interface Writer {
  readonly doc: Y.Doc;
  /** Puts `text` at `index` (default: the end). */
  write(text: string, index?: number): Uint8Array;
  erase(index: number, length: number): Uint8Array;
}

/** Begins a document of one writer, whose updates therefore depend on each other in order. */
export function createWriter(client = 1): Writer {
  const doc = new Y.Doc();
  doc.clientID = client;
  const text = doc.getText('text');
  const updateOf = (change: () => void): Uint8Array => {
    const before = Y.encodeStateVector(doc);
    change();
    return Y.encodeStateAsUpdate(doc, before);
  };
  return {
    doc,
    write: (added, index = text.length) => updateOf(() => text.insert(index, added)),
    erase: (index, length) => updateOf(() => text.delete(index, length)),
  };
}

/** A row to append. */
export const rowOf = (
  document: DocumentId,
  update: Uint8Array,
  { author = 'ada', at = 1_700_000_000_000 } = {},
): Append => ({ document, author, at, update });

/** Where rows went, without the epochs, which every store makes in its own way. */
export const placesOf = (appended: readonly Appended[]): Pick<Appended, 'document' | 'seq'>[] =>
  appended.map(({ document, seq }) => ({ document, seq }));

/** What the stored document says: its snapshot and rows applied to an empty `Y.Doc`. */
export function fold({ snapshot, rows }: Pick<StoredDocument, 'snapshot' | 'rows'>): Y.Doc {
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdate(doc, snapshot.update);
  for (const { update } of rows) Y.applyUpdate(doc, update);
  return doc;
}

/** The text of a document made by `createWriter`. */
export const textOf = (doc: Y.Doc): string => doc.getText('text').toJSON();

/** The snapshot of a document at `seq`. The store does not look into it, so the delete set may be any bytes. */
export const snapshotOf = (doc: Y.Doc, seq: Seq): Snapshot => ({
  seq,
  update: Y.encodeStateAsUpdate(doc),
  stateVector: Y.encodeStateVector(doc),
  deleteSet: Y.encodeSnapshot(Y.snapshot(doc)),
});
