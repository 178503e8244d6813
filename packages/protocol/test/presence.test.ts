import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as Y from 'yjs';

import {
  decodePresence,
  encodePresence,
  goneEntry,
  isGone,
  MalformedFrame,
} from '@indelible/protocol';

const json = (state: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(state));

function aware(client: number): Awareness & Disposable {
  const doc = new Y.Doc();
  doc.clientID = client;
  const awareness = new Awareness(doc);
  return Object.assign(awareness, { [Symbol.dispose]: () => awareness.destroy() });
}

test('an awareness update of y-protocols is read, and written again byte for byte', () => {
  using ada = aware(7);
  using bob = aware(2 ** 31);
  ada.setLocalState({ user: { name: 'Ädä 🦊' } });
  applyAwarenessUpdate(bob, encodeAwarenessUpdate(ada, [7]), null);
  const golden = encodeAwarenessUpdate(bob, [7, 2 ** 31]);
  const entries = decodePresence(golden, 10);
  expect(entries).toEqual([
    { client: 7, clock: 1, state: json({ user: { name: 'Ädä 🦊' } }) },
    { client: 2 ** 31, clock: 0, state: json({}) },
  ]);
  expect(encodePresence(entries)).toEqual(golden);
});

test('an awareness that removes somebody writes what we call gone', () => {
  using ada = aware(7);
  removeAwarenessStates(ada, [7], null);
  const [entry] = decodePresence(encodeAwarenessUpdate(ada, [7]), 1);
  expect(entry).toEqual(goneEntry(7, 1));
  expect(entry !== undefined && isGone(entry)).toBe(true);
});

test('our gone entry takes a client away in y-protocols and leaves its next clock free', () => {
  using ada = aware(7);
  using bob = aware(8);
  ada.setLocalState({ here: true });
  applyAwarenessUpdate(bob, encodeAwarenessUpdate(ada, [7]), null);
  expect(bob.getStates().has(7)).toBe(true);
  applyAwarenessUpdate(bob, encodePresence([goneEntry(7, 1)]), null);
  expect(bob.getStates().has(7)).toBe(false);
  ada.setLocalState({ back: true });
  applyAwarenessUpdate(bob, encodeAwarenessUpdate(ada, [7]), null);
  expect(bob.getStates().get(7)).toEqual({ back: true });
});

test('an entry is these bytes', () => {
  const entry = { client: 300, clock: 2, state: json({}) };
  expect([...encodePresence([entry])]).toEqual([1, 0xac, 0x02, 2, 2, 0x7b, 0x7d]);
  expect([...encodePresence([goneEntry(1, 0)])]).toEqual([1, 1, 0, 4, 0x6e, 0x75, 0x6c, 0x6c]);
});

const someEntries = fc.array(
  fc.record({
    client: fc.nat(Number.MAX_SAFE_INTEGER),
    clock: fc.nat(Number.MAX_SAFE_INTEGER),
    state: fc.uint8Array({ maxLength: 40 }),
  }),
  { maxLength: 5 },
);

test('every presence comes back as it was', () => {
  fc.assert(
    fc.property(someEntries, (entries) => {
      expect(decodePresence(encodePresence(entries), 5)).toEqual(entries);
    }),
  );
});

test('presence cut off anywhere, or with anything after it, is refused', () => {
  fc.assert(
    fc.property(someEntries, (entries) => {
      const bytes = encodePresence(entries);
      for (let length = 0; length < bytes.length; length++) {
        expect(() => decodePresence(bytes.slice(0, length), 5)).toThrow(MalformedFrame);
      }
      expect(() => decodePresence(new Uint8Array([...bytes, 0]), 5)).toThrow(MalformedFrame);
    }),
  );
});

test('more entries than allowed are refused before any is read', () => {
  expect(() => decodePresence(new Uint8Array([3]), 2)).toThrow('3 presence entries; at most 2');
});

test('noise is read or refused, never anything worse', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(outcome(() => decodePresence(bytes, 100))).toBeOneOf(['read', 'refused']);
    }),
    { numRuns: 2000 },
  );
});

function outcome(act: () => unknown): unknown {
  try {
    act();
    return 'read';
  } catch (error) {
    return error instanceof MalformedFrame ? 'refused' : error;
  }
}
