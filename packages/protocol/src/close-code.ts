/**
 * Why a connection ends. A stock y-websocket 3.1 client gives up for good on 4400–4499 and comes
 * back after everything else, so what is permanent and what is not is decided by the number.
 */
export const CloseCode = {
  /** The server restarts or shuts down: come back. */
  restart: 1012,
  /** Too slow or too many: come back later. */
  overloaded: 1013,
  /** The frame was longer than allowed. */
  tooBig: 1009,
  /** The client sent something that is no valid message. Permanent. */
  malformed: 4400,
  /** Not signed in. Permanent. */
  unauthenticated: 4401,
  /** Signed in, but not allowed. Permanent. */
  forbidden: 4403,
  /** There is no such document. Permanent. */
  notFound: 4404,
  /** The document was wiped or restored since the client's copy was made. Permanent. */
  otherEpoch: 4409,
  /** The document has reached its largest size. Permanent. */
  documentFull: 4413,
  /** The client's schema is older than the document's. Permanent. */
  clientTooOld: 4426,
  /** The store can't be read or written: come back. */
  storage: 4503,
  /** Too many messages: come back more slowly. */
  tooFast: 4529,
} as const;
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** True if a client must not try again by itself. */
export const isPermanent = (code: number): boolean => code >= 4400 && code <= 4499;
