import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { CloseCode, updateFrame } from '@indelible/protocol';
import { EMPTY_UPDATE, RoomLog, scanUpdate } from '@indelible/sync';

import { Depths, MAX_TYPES } from '../src/depths.ts';
import { newDoc } from './support/edits.ts';
import { play, shapesOf, someSteps } from './support/real-updates.ts';
import { runs } from './support/runs.ts';
import { TestRoom, updatesOf } from './support/test-room.ts';
import { nth } from './support/typing.ts';

/** How many types the deepest item of a document lies in, as Yjs itself has it. */
function deepestOf(doc: Y.Doc): number {
  let deepest = 0;
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) deepest = Math.max(deepest, depthOf(struct));
  }
  return deepest;
}

function depthOf(struct: Y.Item | Y.GC): number {
  let depth = 0;
  let item: Y.Item | null = struct instanceof Y.Item ? struct : null;
  while (item !== null) {
    depth += 1;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return depth;
}

test('depths are those that Yjs has, whether they are learned one by one or at once', () => {
  let deepest = 0;
  fc.assert(
    fc.property(someSteps, (steps) => {
      const history = play(steps);
      const doc = newDoc(9, { gc: false });
      const depths = new Depths();
      let found = 0;
      for (const update of history.updates) {
        Y.applyUpdate(doc, update);
        found = Math.max(found, depths.add([update]));
      }
      expect(found).toBe(deepestOf(doc));
      expect(new Depths().add(history.updates.toReversed())).toBe(found);
      expect(new Depths().add([Y.encodeStateAsUpdate(doc)])).toBe(found);
      deepest = Math.max(deepest, found);
    }),
    runs(200),
  );
  expect(deepest).toBeGreaterThan(2);
});

test('what is known already is not placed again', () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      const history = play(steps);
      const depths = new Depths();
      depths.add(history.updates);
      for (const update of shapesOf(history)) expect(depths.add([update])).toBe(0);
    }),
    runs(50),
  );
});

/** Maps in maps, an update for each; written by two in turn. */
function nested(levels: number): Uint8Array[] {
  const docs = [newDoc(1), newDoc(2)];
  const updates: Uint8Array[] = [];
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return;
      updates.push(update);
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'other');
    });
  }
  const path = docs.map((doc): Y.Map<unknown> => doc.getMap('map'));
  for (let level = 1; level < levels; level++) {
    path[level % 2]?.set('in', new Y.Map());
    path.forEach((map, index) => {
      const inner = map.get('in');
      if (inner instanceof Y.Map) path[index] = inner;
    });
  }
  path[0]?.set('in', 'the innermost');
  return updates;
}

test('types that are nested too deeply are refused, in whatever pieces they come', () => {
  const allowed = nested(MAX_TYPES);
  const tooDeep = nested(MAX_TYPES + 1);
  const last = nth(tooDeep, tooDeep.length - 1);
  for (const updates of [allowed, [Y.mergeUpdates(allowed)]]) {
    const room = new TestRoom();
    const ada = room.join().sync();
    for (const update of updates) ada.update(update);
    expect([ada.closedWith, room.log.head]).toEqual([null, updates.length]);
  }
  for (const updates of [tooDeep, [Y.mergeUpdates(tooDeep)]]) {
    const room = new TestRoom();
    const [mallory, bob] = [room.join().sync(), room.join().sync()];
    for (const update of updates) mallory.update(update);
    expect([mallory.closedWith, bob.closedWith]).toEqual([CloseCode.malformed, null]);
    expect(room.log.head).toBe(updates.length - 1);
  }
  const rows = tooDeep.slice(0, -1);
  const reopened = new RoomLog(null, rows);
  expect(reopened.isTooDeep(last, scanUpdate(last))).toBe(true);
});

test('what was held and turns out to lie too deep never gets in', () => {
  const updates = nested(MAX_TYPES + 1);
  const room = new TestRoom();
  const [mallory, ada] = [room.join().sync(), room.join().sync()];
  const [middle, last] = [nth(updates, 100), nth(updates, updates.length - 1)];
  mallory.update(last);
  for (const update of updates) if (update !== middle && update !== last) ada.update(update);
  ada.update(middle);
  expect(room.log.head).toBe(updates.length - 1);
  expect([mallory.closedWith, ada.closedWith]).toEqual([null, null]);
});

test('a document that is as deep as may be can be deleted at once by everybody who has it', () => {
  const room = new TestRoom();
  const [ada, bob] = [room.join().sync(), room.join().sync()];
  const doc = newDoc(3);
  for (const update of nested(MAX_TYPES)) {
    Y.applyUpdate(doc, update);
    ada.update(update);
  }
  let deletion = EMPTY_UPDATE;
  doc.on('update', (update: Uint8Array) => (deletion = update));
  doc.getMap('map').delete('in');
  ada.send(updateFrame(deletion));
  room.settle();
  const read = newDoc(4);
  for (const update of updatesOf(bob)) Y.applyUpdate(read, update);
  expect(read.getMap('map').size).toBe(0);
});

test('who answers each other a hundred thousand times is placed in one go', () => {
  const length = 100_000;
  // 2 lies beside what 1 wrote last, 1 beside what 2 wrote before.
  const item = (client: number, clock: number): number[] =>
    clock < 0 ? [4, 1, 1, 116, 1, 120] : [0x84, client, ...varUint(clock), 1, 120];
  const block = (client: number, on: (clock: number) => number[]): number[] => [
    ...varUint(length),
    client,
    0,
    ...Array.from({ length }, (_, clock) => on(clock)).flat(),
  ];
  const update = new Uint8Array([
    2,
    ...block(2, (clock) => item(1, clock)),
    ...block(1, (clock) => item(2, clock - 1)),
    0,
  ]);
  scanUpdate(update);
  expect(new Depths().add([update])).toBe(1);
});

function varUint(value: number): number[] {
  return value < 128 ? [value] : [128 | (value % 128), ...varUint(Math.floor(value / 128))];
}
