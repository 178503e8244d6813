import { CloseCode } from '@indelible/protocol';

/** What somebody who comes in says about the copy of the document they have. */
export interface Claim {
  /** The newest schema that they know; null: they don't say. */
  readonly schema: number | null;
  /** The epoch of their copy; null: they have none, or don't say. */
  readonly epoch: string | null;
  /** The place that their copy goes through; empty: it has none yet. Null: they know nothing of places. */
  readonly place: string | null;
}

export const noClaim: Claim = { schema: null, epoch: null, place: null };

interface Refusal {
  readonly code: CloseCode;
  readonly reason: string;
}

/**
 * Why somebody must not see a document; null if they may. With an older schema they would take away what
 * they don't know (I10), with a copy of another epoch they would bring back what is gone (I9). Who says
 * nothing is let in.
 */
export function refuse(
  { schema, epoch }: Claim,
  document: { readonly schema: number; readonly epoch: string },
): Refusal | null {
  if (schema !== null && schema < document.schema) {
    return { code: CloseCode.clientTooOld, reason: 'this page is older than the document' };
  }
  if (epoch !== null && epoch !== document.epoch) {
    return { code: CloseCode.otherEpoch, reason: 'the document was replaced since this copy' };
  }
  return null;
}
