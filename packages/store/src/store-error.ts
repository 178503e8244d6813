/**
 * `full`: no space left · `readonly`: may not write · `busy`: somebody else holds it, or it took too
 * long · `corrupt`: what is there can't be read (damaged, not ours, or of a newer version) · `io`: the
 * device failed · `closed`: used after closing · `ambiguous`: the commit may or may not have
 * happened, so do it again (updates may be repeated) · `invalid`: the request itself can't be stored;
 * trying it again never helps.
 */
export const storeErrorCodes = [
  'full',
  'readonly',
  'busy',
  'corrupt',
  'io',
  'closed',
  'ambiguous',
  'invalid',
] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** The store could not do what it was asked; nothing was changed unless the code is `ambiguous`. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
