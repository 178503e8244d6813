import { expect } from 'vitest';
import * as Y from 'yjs';

import { encodeDeleteSet, scanUpdate, type Base } from '@indelible/sync';

import { contentOf, newDoc } from './edits.ts';

/**
 * A document with all of these updates. They are applied in one transaction, for after each Yjs tidies up
 * formats, and which of two equal ones it deletes then depends on what has come by then.
 */
export function load(updates: readonly Uint8Array[]): Y.Doc {
  const doc = newDoc(900);
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** The snapshot that compaction would make of these updates. */
export function fold(updates: readonly Uint8Array[]): Base {
  const doc = load(updates);
  const update = Y.encodeStateAsUpdate(doc);
  const deleteSet = encodeDeleteSet(scanUpdate(update).deletes);
  return { update, stateVector: Y.encodeStateVector(doc), deleteSet };
}

/** What these updates come to, with nothing left pending: the content, and all clocks and deletions. */
export function outcomeOf(updates: readonly Uint8Array[]): unknown {
  const doc = load(updates);
  expect(doc.store.pendingStructs).toBeNull();
  return { content: contentOf(doc), state: [...Y.encodeSnapshot(Y.snapshot(doc))] };
}
