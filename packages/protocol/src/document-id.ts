declare const brand: unique symbol;

/** The name of a document on the wire and in the store. */
export type DocumentId = string & { readonly [brand]: 'DocumentId' };

const PRODUCT_ID = /^[0-9A-Za-z]{22}$/;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 22;

/**
 * Makes an id that can't be guessed: 128 random bits in base 62, always 22 characters, none of
 * which needs escaping in a URL or wraps in a chat.
 */
export function newDocumentId(
  randomBytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16)),
): DocumentId {
  let value = randomBytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let id = '';
  for (let i = 0; i < LENGTH; i++) {
    id = ALPHABET.charAt(Number(value % 62n)) + id;
    value /= 62n;
  }
  return id as DocumentId;
}

/** The one parser for ids of the product; anything but 22 base 62 characters is null. */
export const parseDocumentId = (text: string): DocumentId | null =>
  PRODUCT_ID.test(text) ? (text as DocumentId) : null;

/** Bytes. */
export const MAX_ROOM_NAME = 255;

/**
 * The parser for room names of a bare sync server: any non-empty text of at most 255 UTF-8 bytes
 * without control characters. Half a surrogate pair has no UTF-8, and would be somebody else's name in it.
 */
export function parseRoomName(text: string): DocumentId | null {
  // oxlint-disable-next-line no-control-regex
  if (text === '' || !text.isWellFormed() || /[\u0000-\u001f\u007f]/.test(text)) return null;
  return new TextEncoder().encode(text).length <= MAX_ROOM_NAME ? (text as DocumentId) : null;
}
