import * as Y from 'yjs';

import type { Snapshot } from '@indelible/store';
import { encodeDeleteSet, scanUpdate } from '@indelible/sync';

/** The fold of a log, without the row number it was made at. */
export type Fold = Omit<Snapshot, 'seq'>;

/** How often reading a snapshot may add to what is deleted. */
const ROUNDS = 4;

/**
 * Folds updates into one by way of a garbage-collecting `Y.Doc`, and reads the result back to see that
 * it is the same document.
 *
 * Reading may delete a little more: of a map's entry that takes several clocks (no editor writes such,
 * but anybody can) and was deleted in part, Yjs deletes the rest when it reads it. Then that is the fold.
 *
 * @throws if anything is left pending, or the result does not read back the same: then the rows stay.
 */
export function foldUpdates(parts: readonly Uint8Array[]): Fold {
  let fold = foldOnce(parts);
  for (let round = 0; round < ROUNDS; round++) {
    const read = foldOnce([fold.update]);
    if (!equal(fold.stateVector, read.stateVector)) break;
    if (equal(fold.deleteSet, read.deleteSet)) return fold;
    if (!includes(read.update, fold.update)) break;
    fold = read;
  }
  throw new Error('the snapshot does not read back the same');
}

function foldOnce(parts: readonly Uint8Array[]): Fold {
  using loaded = disposable(load(parts));
  const update = Y.encodeStateAsUpdate(loaded.doc);
  const stateVector = Y.encodeStateVector(loaded.doc);
  return { update, stateVector, deleteSet: encodeDeleteSet(scanUpdate(update).deletes) };
}

/** True if everything that is deleted in `less` is deleted in `more`. */
function includes(more: Uint8Array, less: Uint8Array): boolean {
  const deletes = scanUpdate(more).deletes;
  const both = [...deletes, ...scanUpdate(less).deletes];
  return equal(encodeDeleteSet(both), encodeDeleteSet(deletes));
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

const disposable = (doc: Y.Doc): Disposable & { doc: Y.Doc } => ({
  doc,
  [Symbol.dispose]: () => doc.destroy(),
});

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
