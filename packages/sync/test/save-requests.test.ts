import fc from 'fast-check';
import { expect, test } from 'vitest';

import { SaveRequests } from '../src/save-requests.ts';

test('a request is answered once everything before it is stored', () => {
  const requests = new SaveRequests();
  requests.add(1, 3);
  expect(requests.take(2)).toBeNull();
  expect(requests.take(3)).toBe(1);
  expect(requests.take(3)).toBeNull();
});

test('several that are answered at once are answered by the last', () => {
  const requests = new SaveRequests();
  requests.add(1, 3);
  requests.add(2, 4);
  requests.add(3, 5);
  expect(requests.take(4)).toBe(2);
  expect(requests.take(5)).toBe(3);
});

test('a request without a place holds up those behind it', () => {
  const requests = new SaveRequests();
  requests.add(1, null);
  requests.add(2, 1);
  expect(requests.take(9)).toBeNull();
  requests.place(7);
  expect(requests.take(6)).toBeNull();
  expect(requests.take(7)).toBe(2);
});

test('I8 requests at the same place are one, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 1000 }), (steps) => {
      const requests = new SaveRequests();
      let head = 0;
      for (const [n, step] of steps.entries()) {
        if (step === 0) head += 1;
        requests.add(n, head);
      }
      expect(requests.size).toBeLessThanOrEqual(head + 1);
      expect(requests.take(head)).toBe(steps.length === 0 ? null : steps.length - 1);
    }),
  );
});
