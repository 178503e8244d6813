import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  MalformedFrame,
  roles,
  serverStatuses,
  type Extension,
} from '@indelible/protocol';

/** The wire itself: a change here needs clients and servers that speak both. */
const GOLDEN: readonly (readonly [Extension, readonly number[]])[] = [
  [
    {
      type: 'hello',
      epoch: 'e1',
      schema: 3,
      role: 'writer',
      limits: { frame: 16 * 1024 * 1024, update: 300 },
    },
    [110, 0, 2, 0x65, 0x31, 3, 1, 0x80, 0x80, 0x80, 0x08, 0xac, 0x02],
  ],
  [
    { type: 'hello', epoch: '', schema: 0, role: 'reader', limits: { frame: 0, update: 0 } },
    [110, 0, 0, 0, 0, 0, 0],
  ],
  [
    {
      type: 'hello',
      epoch: 'e',
      schema: 1,
      role: 'writer',
      limits: { frame: 1, update: 2 },
      resumed: true,
    },
    [110, 6, 1, 0x65, 1, 1, 1, 2, 1],
  ],
  [{ type: 'barrier', n: 1 }, [110, 1, 1]],
  [{ type: 'saved', n: 300 }, [110, 2, 0xac, 0x02]],
  [{ type: 'reject', n: 2, reason: 'no' }, [110, 3, 2, 2, 0x6e, 0x6f]],
  [{ type: 'status', status: 'ok', retryMs: 0 }, [110, 4, 0, 0]],
  [{ type: 'status', status: 'degraded', retryMs: 0 }, [110, 4, 1, 0]],
  [{ type: 'status', status: 'draining', retryMs: 1000 }, [110, 4, 2, 0xe8, 0x07]],
  [{ type: 'place', place: 'a.b', clean: true }, [110, 5, 3, 0x61, 0x2e, 0x62, 1]],
  [{ type: 'place', place: '', clean: false }, [110, 5, 0, 0]],
];

test.each(GOLDEN)('%o is these bytes, both ways', (message, bytes) => {
  expect([...extensionFrame(message)]).toEqual(bytes);
  expect(read(new Uint8Array(bytes))).toEqual(message);
});

function read(frame: Uint8Array): Extension {
  const decoded = decodeFrame(frame);
  if (decoded.type !== 'extension') throw new Error(`a ${decoded.type} instead`);
  return decodeExtension(decoded.body);
}

const aNumber = fc.nat(Number.MAX_SAFE_INTEGER);
const aText = fc.string({ unit: 'grapheme', maxLength: 50 });
const aMessage: fc.Arbitrary<Extension> = fc.oneof(
  fc.record(
    {
      type: fc.constant('hello' as const),
      epoch: aText,
      schema: aNumber,
      role: fc.constantFrom(...roles),
      limits: fc.record({ frame: aNumber, update: aNumber }),
      resumed: fc.boolean(),
    },
    { requiredKeys: ['type', 'epoch', 'schema', 'role', 'limits'] },
  ),
  fc.record({ type: fc.constant('place' as const), place: aText, clean: fc.boolean() }),
  fc.record({ type: fc.constantFrom('barrier' as const, 'saved' as const), n: aNumber }),
  fc.record({ type: fc.constant('reject' as const), n: aNumber, reason: aText }),
  fc.record({
    type: fc.constant('status' as const),
    status: fc.constantFrom(...serverStatuses),
    retryMs: aNumber,
  }),
);

test('every message comes back as it was', () => {
  fc.assert(
    fc.property(aMessage, (message) => {
      expect(read(extensionFrame(message))).toEqual(message);
    }),
  );
});

test('a message cut off anywhere, or with anything after it, is refused', () => {
  fc.assert(
    fc.property(aMessage, fc.nat(255), (message, more) => {
      const body = extensionFrame(message).slice(1);
      for (let length = 0; length < body.length; length++) {
        expect(() => decodeExtension(body.slice(0, length))).toThrow(MalformedFrame);
      }
      expect(() => decodeExtension(new Uint8Array([...body, more]))).toThrow(MalformedFrame);
    }),
  );
});

test('noise is read or refused, never anything worse', () => {
  const noise = fc
    .tuple(fc.nat(8), fc.uint8Array({ maxLength: 40 }))
    .map(([kind, rest]) => new Uint8Array([kind, ...rest]));
  fc.assert(
    fc.property(noise, (bytes) => {
      expect(outcome(() => decodeExtension(bytes))).toBeOneOf(['read', 'refused']);
    }),
    { numRuns: 2000 },
  );
});

test('a kind, a role, a status or a flag that does not exist is refused', () => {
  for (const body of [
    [7, 0],
    [5, 0, 2],
    [6, 0, 0, 0, 0, 0, 2],
    [0, 0, 0, 2, 0, 0],
    [4, 3, 0],
  ]) {
    expect(() => decodeExtension(new Uint8Array(body))).toThrow(MalformedFrame);
  }
});

function outcome(act: () => unknown): unknown {
  try {
    act();
    return 'read';
  } catch (error) {
    return error instanceof MalformedFrame ? 'refused' : error;
  }
}
