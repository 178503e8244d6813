import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  DownReader,
  encodeDown,
  encodeUp,
  FrameTooLong,
  UpReader,
  type DownEvent,
} from '../src/http-line.ts';
import { MalformedFrame } from '../src/malformed-frame.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

const anyFrame = fc.uint8Array({ maxLength: 300 });
const anyDown: fc.Arbitrary<DownEvent> = fc.oneof(
  fc.record({ type: fc.constant('line'), id: fc.base64String({ minLength: 4 }) }),
  fc.record({
    type: fc.constant('frames'),
    frames: fc.array(anyFrame, { minLength: 1, maxLength: 5 }),
  }),
  fc.constant({ type: 'ping' } as const),
  fc.record({
    type: fc.constant('close'),
    code: fc.integer({ min: 1000, max: 4999 }),
    reason: fc.constantFrom('', 'the server is going away', 'größer, später'),
  }),
);

/** Cuts something into parts; `cuts` says where, in any order. */
function cut<T extends { slice(from: number, to: number): T; readonly length: number }>(
  whole: T,
  cuts: readonly number[],
): T[] {
  const at = [0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length];
  const places = at.toSorted((a, b) => a - b);
  return places.slice(1).map((to, index) => whole.slice(places[index] ?? 0, to));
}

function readUp(pieces: readonly Uint8Array[], maxFrame = 1_000): Uint8Array[] {
  const reader = new UpReader(maxFrame);
  return pieces.flatMap((piece) => [...reader.push(piece)]);
}

test('the events are these, letter for letter', () => {
  expect(encodeDown({ type: 'line', id: 'a-b' })).toBe('event: line\ndata: a-b\n\n');
  expect(encodeDown({ type: 'frames', frames: [bytes(0, 2, 255), bytes(3)] })).toBe(
    'data: AAL/\ndata: Aw==\n\n',
  );
  expect(encodeDown({ type: 'ping' })).toBe('event: ping\ndata:\n\n');
  expect(encodeDown({ type: 'close', code: 1012, reason: 'away\r\ndata: x' })).toBe(
    'event: close\ndata: 1012 away data: x\n\n',
  );
  expect(encodeUp(bytes(7, 8))).toEqual(bytes(0, 0, 0, 2, 7, 8));
});

test('events come out as they went in, wherever the text is cut', () => {
  fc.assert(
    fc.property(fc.array(anyDown), fc.array(fc.nat(5_000)), fc.boolean(), (events, cuts, crlf) => {
      const text = events.map(encodeDown).join('');
      const reader = new DownReader();
      const parts = cut(crlf ? text.replaceAll('\n', '\r\n') : text, cuts);
      expect(parts.flatMap((part) => reader.push(part))).toEqual(events);
    }),
  );
});

test('comments, other fields and events of later versions are passed over', () => {
  const text = ': hello\nid: 1\nretry: 10\n\nevent: later\ndata: x\n\ndata: Aw==\n\n';
  expect(new DownReader().push(text)).toEqual([{ type: 'frames', frames: [bytes(3)] }]);
});

test.each(['data: ???\n\n', 'event: close\ndata: soon\n\n'])('%j is no event', (text) => {
  expect(() => new DownReader().push(text)).toThrow(MalformedFrame);
});

test('frames come out as they went in, wherever the stream is cut into pieces', () => {
  fc.assert(
    fc.property(fc.array(anyFrame), fc.array(fc.nat(3_000)), (frames, cuts) => {
      const stream = new Uint8Array(frames.flatMap((frame) => [...encodeUp(frame)]));
      expect(readUp(cut(stream, cuts))).toEqual(frames);
    }),
  );
});

test('a frame that is too long is refused as soon as its length is known, after those before it', () => {
  const reader = new UpReader(2);
  const frames: Uint8Array[] = [];
  const read = (): void => {
    for (const frame of reader.push(bytes(0, 0, 0, 2, 7, 8, 0, 0, 0, 3))) frames.push(frame);
  };
  expect(read).toThrow(FrameTooLong);
  expect(frames).toEqual([bytes(7, 8)]);
});
