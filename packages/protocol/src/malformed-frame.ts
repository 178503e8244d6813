/** A frame that breaks the grammar of `frame.ts`. Its session is closed with 4400; nobody else notices. */
export class MalformedFrame extends Error {
  readonly code = 'MALFORMED_FRAME';
}
