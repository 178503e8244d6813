import * as Y from 'yjs';

/**
 * How many updates are merged at once. `Y.mergeUpdates` takes time in proportion to the square of
 * their number, so many are merged as a tree of small groups.
 */
const GROUP = 50;

/** Merges updates of format V1 into one; no `Y.Doc` is made. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > GROUP) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += GROUP) {
      next.push(Y.mergeUpdates(level.slice(i, i + GROUP)));
    }
    level = next;
  }
  const [only, second] = level;
  if (only === undefined) return EMPTY_UPDATE;
  return second === undefined ? only : Y.mergeUpdates([...level]);
}

/** No structs, no deletions. */
export const EMPTY_UPDATE: Uint8Array = new Uint8Array([0, 0]);
