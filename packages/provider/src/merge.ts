import * as Y from 'yjs';

/** `Y.mergeUpdates` of many updates at once takes time with the square of their number. */
const GROUP = 64;

/** One update that does what all of them do; null if there are none. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array | null {
  let merged = updates;
  while (merged.length > 1) {
    const groups: Uint8Array[] = [];
    for (let i = 0; i < merged.length; i += GROUP) {
      groups.push(Y.mergeUpdates(merged.slice(i, i + GROUP)));
    }
    merged = groups;
  }
  return merged[0] ?? null;
}
