import type { Claim } from '@indelible/rooms';

/** How a client comes in, as its URL says. */
export interface Approach {
  /** It speaks our extension messages. */
  readonly extended: boolean;
  readonly claim: Claim;
}

/** Somebody who says nothing, as stock clients do. */
export const STRANGER: Approach = {
  extended: false,
  claim: { schema: null, epoch: null, place: null },
};

/** Characters: longer than any epoch or place that was ever told. */
const LONGEST = 100;

/**
 * Reads `ext=1`, and what a client says about the copy it has: `schema=N`, `epoch=E`, and with `ext=1` also
 * `from=P`, see `Extension` in `@indelible/protocol`.
 *
 * A stock client says nothing of this and is let in: it passes on bytes, and takes away nothing that it
 * does not know.
 *
 * @returns null if it says something that can't be meant.
 */
export function readApproach(params: URLSearchParams): Approach | null {
  const extended = params.get('ext') === '1';
  const schema = params.get('schema');
  const epoch = params.get('epoch') || null;
  const place = extended ? params.get('from') : null;
  if (schema !== null && !/^\d{1,9}$/.test(schema)) return null;
  if ([epoch, place].some((text) => text !== null && text.length > LONGEST)) return null;
  return { extended, claim: { schema: schema === null ? null : Number(schema), epoch, place } };
}
