import { expect, test } from 'vitest';

import { CloseCode, isPermanent } from '@indelible/protocol';

test('a client gives up for good on these codes, and on no others of ours', () => {
  const permanent = Object.entries(CloseCode).filter(([, code]) => isPermanent(code));
  expect(Object.fromEntries(permanent)).toEqual({
    malformed: 4400,
    unauthenticated: 4401,
    forbidden: 4403,
    notFound: 4404,
    otherEpoch: 4409,
    documentFull: 4413,
    clientTooOld: 4426,
  });
});

test('a client comes back after these', () => {
  const temporary = Object.entries(CloseCode).filter(([, code]) => !isPermanent(code));
  expect(Object.fromEntries(temporary)).toEqual({
    restart: 1012,
    overloaded: 1013,
    tooBig: 1009,
    storage: 4503,
    tooFast: 4529,
  });
});

test('permanent is what the stock client takes for it: 4400 to 4499', () => {
  expect([4399, 4400, 4499, 4500].map(isPermanent)).toEqual([false, true, true, false]);
});
