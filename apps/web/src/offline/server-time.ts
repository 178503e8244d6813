import { storedValue } from './stored-value.ts';

/** Milliseconds: clocks that differ by less are taken for the same. */
const TOLERANCE = 30_000;

/** By how many milliseconds the server's clock is ahead of this device's, when it was last heard. */
const ahead = storedValue('indelible:clock', (data) => (typeof data === 'number' ? data : 0));

/** Learns from an answer what time it is for the server; its `date` is exact to the second. */
export function noteServerTime(date: string | null): void {
  const next = differenceOf(date, Date.now());
  if (next !== null && Math.abs(next - ahead.read()) > TOLERANCE) ahead.write(next);
}

/** Null if the answer did not say. Nearly right is right: then both are one. */
export function differenceOf(date: string | null, now: number): number | null {
  const at = Date.parse(date ?? '');
  if (Number.isNaN(at)) return null;
  return Math.abs(at - now) > TOLERANCE ? at - now : 0;
}

/**
 * What time it is for the server, in milliseconds since 1970: the times in its list are by its clock, and this
 * device's may be years off.
 */
export const serverTime = (here = Date.now()): number => here + ahead.read();
