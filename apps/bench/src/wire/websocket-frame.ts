import { randomBytes } from 'node:crypto';

export const OpCode = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

const FIN = 0x80;
const MASKED = 0x80;
const SHORT = 126;
const LONG = 127;
/** One for the whole run: a mask protects proxies, and there is none between here and here. */
const MASK = randomBytes(4);

/** A client's frame: whole, and masked as RFC 6455 wants it. */
export function maskedFrame(opCode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const extended = length < SHORT ? 0 : length < 0x1_0000 ? 2 : 8;
  const body = 2 + extended + MASK.length;
  const frame = Buffer.allocUnsafe(body + length);
  frame[0] = FIN | opCode;
  frame[1] = MASKED | (extended === 0 ? length : extended === 2 ? SHORT : LONG);
  if (extended === 2) frame.writeUInt16BE(length, 2);
  if (extended === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  MASK.copy(frame, 2 + extended);
  for (let i = 0; i < length; i++) {
    frame[body + i] = (payload[i] ?? 0) ^ (MASK[i & 3] ?? 0);
  }
  return frame;
}

const NOTHING = Buffer.alloc(0);

/** Takes frames of a server out of a stream of chunks. */
export class FrameReader {
  #rest: Buffer = NOTHING;

  /**
   * Calls `frame` for each frame that is whole now; payloads are views into the chunk.
   *
   * @throws {Error} on a fragmented message: no server here sends any.
   */
  read(chunk: Buffer, frame: (opCode: number, payload: Buffer) => void): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let offset = 0;
    for (;;) {
      const header = readHeader(bytes, offset);
      if (header === null || header.end > bytes.length) break;
      frame(header.opCode, bytes.subarray(header.start, header.end));
      offset = header.end;
    }
    // The chunk is used again for the next one.
    this.#rest = offset === bytes.length ? NOTHING : Buffer.from(bytes.subarray(offset));
  }
}

interface Header {
  readonly opCode: number;
  readonly start: number;
  readonly end: number;
}

/** Null if even the header is not there yet. */
function readHeader(bytes: Buffer, offset: number): Header | null {
  const first = bytes[offset];
  const second = bytes[offset + 1];
  if (first === undefined || second === undefined) return null;
  if ((first & FIN) === 0) throw new Error('a fragmented message');
  const opCode = first & 0x0f;
  if (second < SHORT) return span(opCode, offset + 2, second);
  if (second === SHORT) {
    return bytes.length < offset + 4
      ? null
      : span(opCode, offset + 4, bytes.readUInt16BE(offset + 2));
  }
  return bytes.length < offset + 10
    ? null
    : span(opCode, offset + 10, Number(bytes.readBigUInt64BE(offset + 2)));
}

const span = (opCode: number, start: number, length: number): Header => ({
  opCode,
  start,
  end: start + length,
});
