import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { encodeDeleteSet, scanUpdate } from '@indelible/sync';

import { contentOf, newDoc } from './support/edits.ts';
import { runs } from './support/runs.ts';
import { someEvents, World } from './support/world.ts';

const deleteSetOf = (update: Uint8Array): number[] => [
  ...encodeDeleteSet(scanUpdate(update).deletes),
];

/** What must be equal everywhere once all is quiet. */
function state(doc: Y.Doc): unknown {
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.store.pendingDs).toBeNull();
  return {
    stateVector: [...Y.encodeStateVector(doc)],
    deleteSet: deleteSetOf(Y.encodeStateAsUpdate(doc)),
    content: contentOf(doc),
  };
}

function fold(updates: readonly Uint8Array[]): Y.Doc {
  const doc = newDoc(300);
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

test('I1 I5 I6 the fold of a log equals a document that applied every update, whatever happens', () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const world = new World();
      for (const event of events) world.happen(event);
      world.heal();
      const expected = state(world.peer(0).doc);
      for (const peer of world.peers) expect(state(peer.doc), peer.role).toEqual(expected);
      expect(state(world.reference), 'every update').toEqual(expected);
      expect(state(fold(world.log.parts())), 'fold').toEqual(expected);
      expect(state(world.disk), 'disk').toEqual(expected);
      expect([...world.log.stateVector()]).toEqual([...Y.encodeStateVector(world.reference)]);
      const writers = world.peers.filter(({ role }) => role === 'writer');
      expect(
        writers.map(({ saved }) => saved),
        'all is saved',
      ).toEqual(writers.map(({ lastBarrier }) => lastBarrier));
    }),
    runs(150),
  );
});
