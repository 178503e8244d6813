import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { MalformedUpdate } from '@indelible/sync';

import { decodeStateVector, encodeStateVector } from '../src/state-vector.ts';

const aVector = fc
  .array(fc.tuple(fc.nat(Number.MAX_SAFE_INTEGER), fc.nat(2 ** 32)))
  .map((entries) => new Map(entries));

test('a state vector is written and read as Yjs does', () => {
  fc.assert(
    fc.property(aVector, (vector) => {
      const golden = Y.encodeStateVector(vector);
      expect(encodeStateVector(vector)).toEqual(golden);
      expect(decodeStateVector(golden)).toEqual(Y.decodeStateVector(golden));
      expect(decodeStateVector(golden)).toEqual(vector);
    }),
  );
});

test('a state vector cut off anywhere, or with anything after it, is refused', () => {
  fc.assert(
    fc.property(aVector, fc.nat(255), (vector, more) => {
      const bytes = encodeStateVector(vector);
      for (let length = 0; length < bytes.length; length++) {
        expect(() => decodeStateVector(bytes.slice(0, length))).toThrow(MalformedUpdate);
      }
      expect(() => decodeStateVector(new Uint8Array([...bytes, more]))).toThrow(MalformedUpdate);
    }),
  );
});

test('a count that is no number is refused', () => {
  const padded = [...Array.from({ length: 150 }, () => 0x80), 0];
  expect(() => decodeStateVector(new Uint8Array(padded))).toThrow(MalformedUpdate);
});
