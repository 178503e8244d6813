import { CloseCode } from '@indelible/protocol';

import type { Refusal } from './status.ts';

const refusals: ReadonlyMap<number, Refusal> = new Map([
  [CloseCode.malformed, 'malformed'],
  [CloseCode.unauthenticated, 'unauthenticated'],
  [CloseCode.forbidden, 'forbidden'],
  [CloseCode.notFound, 'notFound'],
  [CloseCode.otherEpoch, 'otherEpoch'],
  [CloseCode.documentFull, 'documentFull'],
  [CloseCode.clientTooOld, 'clientTooOld'],
]);

/** The name of a permanent close code; one we have no name for is our own fault, so to speak. */
export const refusalOf = (code: number): Refusal => refusals.get(code) ?? 'malformed';
