import type { Refusal } from '@indelible/provider';

import { storedValue } from './stored-value.ts';

type Refusals = Readonly<Record<string, Refusal>>;

const KNOWN: ReadonlySet<string> = new Set<Refusal>([
  'malformed',
  'unauthenticated',
  'forbidden',
  'notFound',
  'otherEpoch',
  'documentFull',
  'clientTooOld',
]);

/** Documents that the server would not take words of this device for, and why, when it was last asked. */
export const refusals = storedValue<Refusals>('indelible:refused', parseRefusals);

/** Notes what the server said; null: it took them. */
export function noteRefusal(id: string, refusal: Refusal | null): void {
  const { [id]: former, ...others } = refusals.read();
  if (former === (refusal ?? undefined)) return;
  refusals.write(refusal === null ? others : { ...others, [id]: refusal });
}

/** Takes what fits out of stored data. */
export function parseRefusals(data: unknown): Refusals {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter(isRefusal));
}

const isRefusal = (entry: [string, unknown]): entry is [string, Refusal] =>
  typeof entry[1] === 'string' && KNOWN.has(entry[1]);
