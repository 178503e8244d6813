import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FrameReader, maskedFrame, OpCode } from '../src/wire/websocket-frame.ts';

/** A server's frame: a client's without the mask. */
function serverFrame(payload: Uint8Array): Buffer {
  const masked = maskedFrame(OpCode.binary, payload);
  const header = masked.length - payload.length - 4;
  masked[1] = (masked[1] ?? 0) & 0x7f;
  return Buffer.concat([masked.subarray(0, header), payload]);
}

describe('frames', () => {
  it('are found again however the stream is cut into chunks', () => {
    const payloads = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(payloads, fc.integer({ min: 1, max: 50 }), (sent, size) => {
        const stream = Buffer.concat(sent.map(serverFrame));
        const reader = new FrameReader();
        const received: Uint8Array[] = [];
        for (let at = 0; at < stream.length; at += size) {
          reader.read(stream.subarray(at, at + size), (_, payload) =>
            received.push(new Uint8Array(payload)),
          );
        }
        expect(received).toEqual(sent);
      }),
    );
  });

  it('may be longer than 64 KB', () => {
    const received: number[] = [];
    const frame = serverFrame(new Uint8Array(70_000));
    new FrameReader().read(frame, (_, payload) => received.push(payload.length));
    expect(received).toEqual([70_000]);
  });

  it('of a client are masked: unmasked again they are what was sent', () => {
    const payload = new Uint8Array([1, 2, 3, 4, 5]);
    const frame = maskedFrame(OpCode.binary, payload);
    expect(frame[1]).toBe(0x80 | payload.length);
    const mask = frame.subarray(2, 6);
    expect(frame.subarray(6).map((byte, i) => byte ^ (mask[i & 3] ?? 0))).toEqual(
      Buffer.from(payload),
    );
  });

  it('in pieces are refused', () => {
    expect(() => new FrameReader().read(Buffer.from([0x02, 0x00]), () => {})).toThrow(/fragment/);
  });
});
