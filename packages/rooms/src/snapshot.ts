import * as Y from 'yjs';

import type { Snapshot } from '@indelible/store';
import { encodeDeleteSet, scanUpdate } from '@indelible/sync';

/** The fold of a log, without the row number it was made at. */
export type Fold = Omit<Snapshot, 'seq'>;

/**
 * Folds updates into one by way of a garbage-collecting `Y.Doc`, and reads the result back to see that
 * it is the same document.
 *
 * @throws if anything is left pending, or the result does not read back the same: then the rows stay.
 */
export function foldUpdates(parts: readonly Uint8Array[]): Fold {
  using folded = disposable(load(parts));
  const update = Y.encodeStateAsUpdate(folded.doc);
  using read = disposable(load([update]));
  const { stateVector, deleteSet } = describe(folded.doc, update);
  const again = describe(read.doc, Y.encodeStateAsUpdate(read.doc));
  if (!equal(stateVector, again.stateVector) || !equal(deleteSet, again.deleteSet)) {
    throw new Error('the snapshot does not read back the same');
  }
  return { update, stateVector, deleteSet };
}

function load(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  // Inside one transaction nothing is collected or reported between the parts.
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('updates are missing from the log');
  }
  return doc;
}

function describe(doc: Y.Doc, update: Uint8Array): Omit<Fold, 'update'> {
  const stateVector = Y.encodeStateVector(doc);
  return { stateVector, deleteSet: encodeDeleteSet(scanUpdate(update).deletes) };
}

const disposable = (doc: Y.Doc): Disposable & { doc: Y.Doc } => ({
  doc,
  [Symbol.dispose]: () => doc.destroy(),
});

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
