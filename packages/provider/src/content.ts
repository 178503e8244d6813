import * as Y from 'yjs';

/** Applies updates in one transaction; one that is damaged costs only itself. */
export function applyAll(doc: Y.Doc, updates: readonly Uint8Array[], origin: object): void {
  doc.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update);
      } catch {
        // Decided here: the server has the rest of a damaged row, and the other rows are as good as before.
      }
    }
  }, origin);
}

/** True if something in it waits for what it builds on. */
export const isPending = ({ store }: Y.Doc): boolean =>
  store.pendingStructs !== null || store.pendingDs !== null;

/** True if nothing was ever written, deleted things included. */
export const isEmpty = (doc: Y.Doc): boolean => doc.store.clients.size === 0 && !isPending(doc);
