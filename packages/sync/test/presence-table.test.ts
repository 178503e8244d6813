import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';

import { decodePresence, encodePresence, goneEntry, type PresenceEntry } from '@indelible/protocol';

import { PresenceTable } from '../src/presence-table.ts';

const entry = (client: number, clock: number, state: unknown = {}): PresenceEntry => ({
  client,
  clock,
  state: new TextEncoder().encode(JSON.stringify(state)),
});

const read = (bytes: Uint8Array | null): PresenceEntry[] =>
  bytes === null ? [] : decodePresence(bytes, 10_000);

test('the last state of each client wins, and changes go out once', () => {
  const table = new PresenceTable();
  expect(table.judge(entry(1, 1, 'a'))).toBe('news');
  table.set(entry(1, 1, 'a'));
  expect(table.judge(entry(1, 2, 'b'))).toBe('news');
  table.set(entry(1, 2, 'b'));
  expect(table.judge(entry(2, 1))).toBe('news');
  table.set(entry(2, 1));
  expect(read(table.takeChanges(Infinity))).toEqual([entry(1, 2, 'b'), entry(2, 1)]);
  expect(table.takeChanges(Infinity)).toBeNull();
  expect(read(table.all())).toEqual([entry(1, 2, 'b'), entry(2, 1)]);
});

test('a clock that is not newer changes nothing', () => {
  const table = new PresenceTable();
  table.set(entry(1, 5, 'a'));
  expect(table.judge(entry(1, 5, 'b'))).toBe('known');
  table.set(entry(1, 5, 'b'));
  expect(table.judge(entry(1, 4, 'b'))).toBe('known');
  table.set(entry(1, 4, 'b'));
  expect(table.judge(goneEntry(1, 4))).toBe('known');
  table.set(goneEntry(1, 4));
  expect(read(table.all())).toEqual([entry(1, 5, 'a')]);
});

test('gone at the same clock is gone', () => {
  const table = new PresenceTable();
  table.set(entry(1, 5));
  table.takeChanges(Infinity);
  expect(table.judge(goneEntry(1, 5))).toBe('news');
  table.set(goneEntry(1, 5));
  expect(table.all()).toBeNull();
  expect(read(table.takeChanges(Infinity))).toEqual([goneEntry(1, 5)]);
});

test('who left and comes back with an old clock is told so; with a later one it is there', () => {
  const table = new PresenceTable();
  table.set(entry(1, 5));
  table.remove(1);
  expect(table.judge(entry(1, 5))).toBe('stale');
  table.set(entry(1, 5));
  expect(read(table.farewell(1))).toEqual([goneEntry(1, 5)]);
  expect(table.judge(entry(1, 6))).toBe('news');
  table.set(entry(1, 6));
  expect(read(table.all())).toEqual([entry(1, 6)]);
});

test('entries outlive the frame they came in', () => {
  const table = new PresenceTable();
  const frame = encodePresence([entry(1, 1, 'state')]);
  for (const own of decodePresence(frame, 1)) table.set(own);
  frame.fill(0);
  expect(read(table.all())).toEqual([entry(1, 1, 'state')]);
});

test('I8 of those who left only the last 256 are remembered', () => {
  const table = new PresenceTable();
  for (let client = 0; client < 1000; client++) {
    table.set(entry(client, 1));
    table.remove(client);
  }
  expect(read(table.allAndDeparted())).toHaveLength(256);
  expect(table.judge(entry(999, 1))).toBe('stale');
  table.set(entry(999, 1));
  expect(table.judge(entry(0, 1))).toBe('news');
  table.set(entry(0, 1));
});

test('an Awareness that hears all changes shows what the table holds', () => {
  const aStep = fc.record({
    client: fc.integer({ min: 1, max: 3 }),
    clock: fc.integer({ min: 1, max: 6 }),
    isGone: fc.boolean(),
    isHeard: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(aStep), (steps) => {
      const doc = new Y.Doc();
      doc.clientID = 9;
      const awareness = new Awareness(doc);
      awareness.setLocalState(null);
      const table = new PresenceTable();
      const hear = (): void => {
        const changes = table.takeChanges(Infinity);
        if (changes !== null) applyAwarenessUpdate(awareness, changes, null);
      };
      for (const { client, clock, isGone, isHeard } of steps) {
        table.set(isGone ? goneEntry(client, clock) : entry(client, clock, { clock }));
        if (isHeard) hear();
      }
      hear();
      const clients = read(table.all()).map(({ client }) => client);
      expect(new Set(awareness.getStates().keys())).toEqual(new Set(clients));
      for (const client of clients) {
        const [seen] = read(encodeAwarenessUpdate(awareness, [client]));
        expect(read(table.all())).toContainEqual(seen);
      }
      awareness.destroy();
    }),
  );
});
