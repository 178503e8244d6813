/** Bytes that are no Yjs update of format V1, or break a limit. */
export class MalformedUpdate extends Error {
  readonly code = 'MALFORMED_UPDATE';
}
