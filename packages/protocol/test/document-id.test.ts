import fc from 'fast-check';
import { expect, test } from 'vitest';

import { MAX_ROOM_NAME, newDocumentId, parseDocumentId, parseRoomName } from '@indelible/protocol';

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('an id is 22 base 62 characters and comes back through its parser', () => {
  fc.assert(
    fc.property(sixteenBytes, (bytes) => {
      const id = newDocumentId(bytes);
      expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
      expect(parseDocumentId(id)).toBe(id);
    }),
  );
});

test('no two random numbers share an id, the smallest and the greatest included', () => {
  fc.assert(
    fc.property(sixteenBytes, sixteenBytes, (one, other) => {
      expect(newDocumentId(one) === newDocumentId(other)).toBe(String(one) === String(other));
    }),
  );
  expect(newDocumentId(new Uint8Array(16))).toBe('0'.repeat(22));
  expect(newDocumentId(new Uint8Array(16).fill(255))).toBe('7n42DGM5Tflk9n8mt7Fhc7');
});

test('each of the 128 bits counts', () => {
  const ids = Array.from({ length: 128 }, (_, bit) => {
    const bytes = new Uint8Array(16);
    bytes[bit >> 3] = 1 << (bit & 7);
    return newDocumentId(bytes);
  });
  expect(new Set(ids).size).toBe(128);
});

test('ids drawn by chance use every character evenly', () => {
  const counts = new Map<string, number>();
  const draws = 4000;
  // The first character carries fewer than six bits.
  for (let i = 0; i < draws; i++) {
    for (const char of newDocumentId().slice(1)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  expect(counts.size).toBe(62);
  const expected = (draws * 21) / 62;
  // Eight standard deviations: a fair draw fails once in more than 10^13 runs.
  const slack = 8 * Math.sqrt(expected);
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(slack);
});

const ID = 'AbCdEfGhIjKlMnOpQrStUv';

test.each([
  ['nothing', ''],
  ['one character too few', ID.slice(1)],
  ['one too many', `${ID}0`],
  ['a slash', `../${ID.slice(3)}`],
  ['an encoded slash', `%2F${ID.slice(3)}`],
  ['dots', '.'.repeat(22)],
  ['a space around it', ` ${ID.slice(1)}`],
  ['a newline after it', `${ID}\n`],
  ['a newline in its place', `${ID.slice(1)}\n`],
  ['a NUL', `${ID.slice(1)}\0`],
  ['letters of other alphabets', `${ID.slice(1)}ä`],
  ['look-alikes', `${ID.slice(1)}\u0410`],
  ['full-width digits', `${ID.slice(1)}\uff10`],
  ['the other base 64 characters', `${ID.slice(2)}-_`],
  ['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
  ['glob signs', '*'.repeat(22)],
  ['a query', `${ID.slice(4)}?a=b`],
])('an id with %s is refused', (_, text) => {
  expect(parseDocumentId(text)).toBeNull();
});

test('ids that differ in case only are different documents', () => {
  expect(parseDocumentId(ID)).toBe(ID);
  expect(parseDocumentId(ID.toLowerCase())).toBe(ID.toLowerCase());
});

test('one strange character anywhere spoils an id', () => {
  const strange = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });
  fc.assert(
    fc.property(sixteenBytes, fc.nat(21), strange, (bytes, at, char) => {
      fc.pre(!/[0-9A-Za-z]/.test(char));
      const id: string = newDocumentId(bytes);
      expect(parseDocumentId(id.slice(0, at) + char + id.slice(at + 1))).toBeNull();
    }),
  );
});

test('a room name is any text without control characters', () => {
  for (const name of ['a', 'my room', 'team/notes', 'ü 🦊', '..', '%2F', ID]) {
    expect(parseRoomName(name)).toBe(name);
  }
  for (const name of ['', 'a\0', 'a\nb', '\u007f', '\u001b[0m']) {
    expect(parseRoomName(name)).toBeNull();
  }
});

test('a room name is measured in UTF-8 bytes', () => {
  expect(parseRoomName('a'.repeat(MAX_ROOM_NAME))).not.toBeNull();
  expect(parseRoomName('a'.repeat(MAX_ROOM_NAME + 1))).toBeNull();
  expect(parseRoomName('ü'.repeat(127))).not.toBeNull();
  expect(parseRoomName('ü'.repeat(128))).toBeNull();
});

test('a room name that UTF-8 cannot carry is refused, for two of them would be one in the store', () => {
  expect(parseRoomName('a\ud800')).toBeNull();
});
