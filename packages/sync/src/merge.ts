import * as Y from 'yjs';

import { joinItems } from './join-items.ts';

/**
 * How many updates are merged at once. `Y.mergeUpdates` takes time in proportion to the square of
 * their number, so many are merged as a tree of small groups.
 */
const GROUP = 50;

/** Bytes: joining the items of a longer update takes longer than it is worth before compaction does it. */
const MOST_JOINED = 64 * 1024;

/** Merges updates of format V1 into one; no `Y.Doc` is made. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > GROUP) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += GROUP) {
      next.push(mergeGroup(level.slice(i, i + GROUP)));
    }
    level = next;
  }
  const [only, second] = level;
  if (only === undefined) return EMPTY_UPDATE;
  return second === undefined ? only : mergeGroup(level);
}

/** What of an update of format V1 somebody with this state vector lacks; no `Y.Doc` is made. */
export const diffUpdate = (update: Uint8Array, stateVector: Uint8Array): Uint8Array =>
  tidy(Y.diffUpdate(update, stateVector));

const mergeGroup = (updates: readonly Uint8Array[]): Uint8Array =>
  tidy(Y.mergeUpdates([...updates]));

const tidy = (update: Uint8Array): Uint8Array =>
  update.length > MOST_JOINED ? update : joinItems(update);

/** No structs, no deletions. */
export const EMPTY_UPDATE: Uint8Array = new Uint8Array([0, 0]);
