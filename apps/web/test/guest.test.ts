import { expect, test } from 'vitest';

import { MAX_NAME, newGuest, parseGuest, randomId } from '../src/person/guest.ts';

const colors = ['red', 'green', 'blue'];

test('a new guest has a friendly two-word name and one of the colours, at either end of chance', () => {
  for (const chance of [0, 0.5, 0.999_999]) {
    const guest = newGuest({ random: () => chance, id: () => 'me', colors });
    expect(guest.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(colors).toContain(guest.color);
    expect(guest.id).toBe('me');
  }
});

test('what was kept is read back; anything else makes a new guest', () => {
  const guest = { id: 'me', name: 'Quiet Otter', color: 'red' };
  expect(parseGuest(guest)).toEqual(guest);
  expect(parseGuest({ ...guest, name: '  Ada ' })?.name).toBe('Ada');
  expect(parseGuest({ ...guest, name: 'x'.repeat(500) })?.name).toHaveLength(MAX_NAME);
  expect(parseGuest({ ...guest, name: '  ' })).toBeNull();
  expect(parseGuest({ ...guest, id: 7 })).toBeNull();
  expect(parseGuest(null)).toBeNull();
});

test('ids are 128 bits and differ', () => {
  expect(randomId()).toMatch(/^[0-9a-f]{32}$/);
  expect(randomId()).not.toBe(randomId());
});
