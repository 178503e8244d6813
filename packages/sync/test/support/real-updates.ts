import fc from 'fast-check';
import * as Y from 'yjs';

import { edit, newDoc, type Edit } from './edits.ts';

/** A step of several people who write and exchange updates now and then. */
interface Step extends Edit {
  readonly by: number;
  readonly syncTo: number | null;
}

const aStep = fc.record({
  kind: fc.nat(23),
  at: fc.nat(1000),
  size: fc.nat(1000),
  by: fc.nat(2),
  syncTo: fc.option(fc.nat(2), { freq: 2 }),
});

export const someSteps = fc.array(aStep, { minLength: 1, maxLength: 40, size: 'max' });

/** Small numbers on purpose: their order in an update is what matters, and small bytes mutate better. */
const CLIENTS = [3, 700, 2 ** 31 + 5];

export interface History {
  /** Every update that happened, in the order of its making. */
  readonly updates: readonly Uint8Array[];
  readonly docs: readonly Y.Doc[];
}

/** Lets three people write. One of them keeps garbage. */
export function play(steps: readonly Step[]): History {
  const docs = CLIENTS.map((client, index) => newDoc(client, { gc: index !== 1 }));
  const updates: Uint8Array[] = [];
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'sync') updates.push(update);
    });
  }
  for (const step of steps) {
    const doc = docs[step.by];
    if (doc === undefined) continue;
    edit(doc, step);
    const other = step.syncTo === null ? undefined : docs[step.syncTo];
    if (other === undefined) continue;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)), 'sync');
  }
  return { updates, docs };
}

/** All the shapes in which Yjs could put these updates on the wire. */
export function shapesOf({ updates, docs }: History): Uint8Array[] {
  const holey = updates.filter((_, index) => index % 3 !== 1);
  const whole = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  const vectors = docs.map((doc) => Y.encodeStateVector(doc));
  return [
    ...updates,
    ...whole,
    ...whole.flatMap((update) => vectors.map((vector) => Y.diffUpdate(update, vector))),
    Y.mergeUpdates([...updates]),
    Y.mergeUpdates([...whole]),
    ...(holey.length === 0
      ? []
      : [
          Y.mergeUpdates(holey),
          Y.diffUpdate(Y.mergeUpdates(holey), vectors[0] ?? new Uint8Array([0])),
        ]),
    pendingState(holey),
    Y.convertUpdateFormatV2ToV1(Y.mergeUpdatesV2(docs.map((doc) => Y.encodeStateAsUpdateV2(doc)))),
  ];
}

/** What a document says of itself when it waits for something that never came. */
function pendingState(updates: readonly Uint8Array[]): Uint8Array {
  const doc = newDoc(9);
  for (const update of updates) Y.applyUpdate(doc, update);
  return Y.encodeStateAsUpdate(doc);
}
