import * as Y from 'yjs';

/** An update that the line brought. */
export interface Received {
  readonly update: Uint8Array;
  /** It is all that this page has missed, and not just the latest. */
  readonly isAnswer: boolean;
}

const RECEIVED = Symbol('received');

/** What the line brought in a transaction; null if the transaction was made by something else. */
export const receivedIn = ({ meta }: Y.Transaction): Received | null =>
  (meta.get(RECEIVED) as Received | undefined) ?? null;

/** Applies what the line brought, and lets those who watch the document see the update as it came. */
export function applyReceived(doc: Y.Doc, received: Received, origin: object): void {
  doc.transact((transaction) => {
    transaction.meta.set(RECEIVED, received);
    Y.applyUpdate(doc, received.update);
  }, origin);
}
