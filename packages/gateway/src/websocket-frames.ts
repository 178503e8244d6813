/** Bytes: a longer message is not copied together with others but written beside them. */
const LARGE = 16 * 1024;

/**
 * Encodes binary WebSocket messages as a server sends them: one frame each, not masked, not compressed.
 * All that is small goes into one chunk.
 *
 * Source: RFC 6455 §5.2.
 */
export function encodeMessages(messages: readonly Uint8Array[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const finish = (): void => {
    if (small.length > 0) chunks.push(Buffer.concat(small));
    small = [];
  };
  for (const message of messages) {
    small.push(header(message.length));
    if (message.length < LARGE) small.push(message);
    else {
      finish();
      chunks.push(message);
    }
  }
  finish();
  return chunks;
}

function header(length: number): Uint8Array {
  const FINAL_BINARY = 0x82;
  if (length < 126) return Uint8Array.of(FINAL_BINARY, length);
  if (length < 2 ** 16) return Uint8Array.of(FINAL_BINARY, 126, length >>> 8, length & 0xff);
  const bytes = Buffer.alloc(10);
  bytes[0] = FINAL_BINARY;
  bytes[1] = 127;
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}
