import * as decoding from 'lib0/decoding';

import { MalformedFrame } from './malformed-frame.ts';

/**
 * Reads a varUint. lib0's own reader lets through numbers that are not exact any more, and NaN for
 * one that is padded to a few hundred bytes.
 *
 * @throws {MalformedFrame} on anything over 2^53 − 1; what lib0 throws on truncation.
 */
export function readUint(decoder: decoding.Decoder): number {
  const value = decoding.readVarUint(decoder);
  if (!Number.isSafeInteger(value)) throw new MalformedFrame('number too large');
  return value;
}
