import { diffUpdate, mergeUpdates } from './merge.ts';
import type { RoomLog } from './room-log.ts';
import { decodeStateVector, type StateVector } from './state-vector.ts';

/** What somebody lacks who has said what it has. */
export type Answer =
  | {
      readonly type: 'ready';
      /** Goes before the step 2, so that after that nothing is missing. Yjs waits with it until then. */
      readonly update: Uint8Array | null;
      readonly step2: Uint8Array;
    }
  /** Takes too long to be done between two keystrokes: `diffParts` of this elsewhere. */
  | {
      readonly type: 'work';
      readonly parts: readonly Uint8Array[];
      readonly stateVector: Uint8Array;
    };

/**
 * Answers a step 1. Who has nothing gets the base as it is stored, and the tail; who has the base gets its delete
 * set and what it lacks of the tail. All deletions are always in it, for a state vector does not say which are
 * known.
 *
 * @param maxInline bytes of a document from which on anything else is left to somebody else.
 * @throws {MalformedUpdate} if the state vector is none.
 */
export function answerStep1(log: RoomLog, stateVector: Uint8Array, maxInline: number): Answer {
  const vector = decodeStateVector(stateVector);
  const { base } = log;
  if (vector.size === 0) {
    return base === null ? ready(log.whole()) : ready(base.update, log.tail());
  }
  if (base !== null && covers(vector, decodeStateVector(base.stateVector))) {
    const deletions = onlyDeletions(base.deleteSet);
    const tail = log.tail();
    if (tail === null) return ready(deletions);
    return ready(mergeUpdates([deletions, diffUpdate(tail, stateVector)]));
  }
  if (log.bytes > maxInline) return { type: 'work', parts: log.parts(), stateVector };
  return ready(diffUpdate(log.whole(), stateVector));
}

/** The slow way: what of some updates somebody with this state vector lacks. */
export const diffParts = (parts: readonly Uint8Array[], stateVector: Uint8Array): Uint8Array =>
  diffUpdate(mergeUpdates(parts), stateVector);

const ready = (step2: Uint8Array, update: Uint8Array | null = null): Answer => ({
  type: 'ready',
  update,
  step2,
});

function covers(vector: StateVector, other: StateVector): boolean {
  for (const [client, clock] of other) if ((vector.get(client) ?? 0) < clock) return false;
  return true;
}

/** An update of format V1 without structs: their number, 0, and the delete set. */
function onlyDeletions(deleteSet: Uint8Array): Uint8Array {
  const update = new Uint8Array(1 + deleteSet.length);
  update.set(deleteSet, 1);
  return update;
}
