import type { IncomingMessage } from 'node:http';

import { MAX_PIECE } from '@indelible/protocol';

/**
 * Reads the body of a request that brings a piece.
 *
 * @param onProgress called with everything that arrives.
 * @returns null if it is longer than a piece may be. Rejects if the request breaks.
 */
export async function readBody(
  request: IncomingMessage,
  onProgress: () => void,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Left alone when it is too long: destroyed, it could not be answered.
  const arriving: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of arriving) {
    onProgress();
    length += chunk.length;
    if (length > MAX_PIECE) return null;
    chunks.push(chunk);
  }
  onProgress();
  return Buffer.concat(chunks);
}
