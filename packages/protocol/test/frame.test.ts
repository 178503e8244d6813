import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as auth from 'y-protocols/auth';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';

import {
  decodeFrame,
  encodePresence,
  extensionFrame,
  MalformedFrame,
  presenceFrame,
  queryPresenceFrame,
  step1Frame,
  step2Frame,
  updateFrame,
  type Frame,
} from '@indelible/protocol';

/** A frame as the stock client and server write it. */
const stock = (type: number, body: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    body(encoder);
  });

function written(): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'words');
  return doc;
}

test('step 1 is the step 1 of y-protocols, both ways', () => {
  const doc = written();
  const golden = stock(0, (encoder) => sync.writeSyncStep1(encoder, doc));
  const stateVector = Y.encodeStateVector(doc);
  expect(step1Frame(stateVector)).toEqual(golden);
  expect(decodeFrame(golden)).toEqual({ type: 'step1', stateVector });
});

test('step 2 is the step 2 of y-protocols, both ways', () => {
  const doc = written();
  const golden = stock(0, (encoder) => sync.writeSyncStep2(encoder, doc, new Uint8Array([0])));
  const update = Y.encodeStateAsUpdate(doc);
  expect(step2Frame(update)).toEqual(golden);
  expect(decodeFrame(golden)).toEqual({ type: 'step2', update });
});

test('an update is the update of y-protocols, both ways', () => {
  const update = Y.encodeStateAsUpdate(written());
  const golden = stock(0, (encoder) => sync.writeUpdate(encoder, update));
  expect(updateFrame(update)).toEqual(golden);
  expect(decodeFrame(golden)).toEqual({ type: 'update', update });
});

test('y-protocols understands our sync frames', () => {
  const from = written();
  const to = new Y.Doc();
  for (const frame of [
    step2Frame(Y.encodeStateAsUpdate(from)),
    updateFrame(Y.encodeStateAsUpdate(from)),
    step1Frame(Y.encodeStateVector(from)),
  ]) {
    const decoder = decoding.createDecoder(frame);
    expect(decoding.readVarUint(decoder)).toBe(0);
    sync.readSyncMessage(decoder, encoding.createEncoder(), to, null);
    expect(decoding.hasContent(decoder)).toBe(false);
  }
  expect(to.getText('text').toJSON()).toBe('words');
});

test('presence is the awareness message of y-websocket, both ways', () => {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ user: { name: 'Ada' } });
  const presence = encodeAwarenessUpdate(awareness, [awareness.clientID]);
  awareness.destroy();
  const golden = stock(1, (encoder) => encoding.writeVarUint8Array(encoder, presence));
  expect(presenceFrame(presence)).toEqual(golden);
  expect(decodeFrame(golden)).toEqual({ type: 'presence', presence });
});

test('an auth message of y-protocols is read', () => {
  const golden = stock(2, (encoder) => auth.writePermissionDenied(encoder, 'no'));
  expect(decodeFrame(golden)).toEqual({ type: 'auth', reason: 'no' });
});

test('a query is the single byte 3, both ways', () => {
  const golden = stock(3, () => {});
  expect(queryPresenceFrame()).toEqual(golden);
  expect(decodeFrame(golden)).toEqual({ type: 'queryPresence' });
});

/** The wire itself: whoever has to change one of these breaks every client that is out there. */
test('the frames are these bytes', () => {
  const body = new Uint8Array([7, 8]);
  expect([...step1Frame(body)]).toEqual([0, 0, 2, 7, 8]);
  expect([...step2Frame(body)]).toEqual([0, 1, 2, 7, 8]);
  expect([...updateFrame(body)]).toEqual([0, 2, 2, 7, 8]);
  expect([...presenceFrame(body)]).toEqual([1, 2, 7, 8]);
  expect([...queryPresenceFrame()]).toEqual([3]);
});

test('what a frame carries is a view into it, not a copy', () => {
  const bytes = updateFrame(new Uint8Array([1, 2, 3]));
  const frame = decodeFrame(bytes);
  expect(frame.type === 'update' && frame.update.buffer === bytes.buffer).toBe(true);
});

const someBytes = fc.uint8Array({ maxLength: 300 });
const aFrame = fc.oneof(
  someBytes.map(step1Frame),
  someBytes.map(step2Frame),
  someBytes.map(updateFrame),
  someBytes.map(presenceFrame),
  fc.constant(queryPresenceFrame()),
  fc.string().map((reason) => stock(2, (encoder) => auth.writePermissionDenied(encoder, reason))),
);

/** The frame, or null if it was refused. Anything but a refusal is thrown on. */
function read(bytes: Uint8Array): Frame | null {
  try {
    return decodeFrame(bytes);
  } catch (error) {
    if (error instanceof MalformedFrame) return null;
    throw error;
  }
}

test('a frame cut off anywhere is refused', () => {
  fc.assert(
    fc.property(aFrame, (bytes) => {
      for (let length = 0; length < bytes.length; length++) {
        expect(read(bytes.slice(0, length))).toBeNull();
      }
    }),
  );
});

test('a frame with anything after it is refused', () => {
  fc.assert(
    fc.property(aFrame, fc.uint8Array({ minLength: 1 }), (bytes, more) => {
      expect(read(new Uint8Array([...bytes, ...more]))).toBeNull();
    }),
  );
});

test('noise is read or refused, never anything worse', () => {
  const noise = fc.oneof(
    fc.uint8Array(),
    // Noise that gets past the first byte.
    fc
      .tuple(fc.constantFrom(0, 1, 2, 3, 110), fc.nat(3), fc.uint8Array())
      .map(([type, subtype, rest]) => new Uint8Array([type, subtype, ...rest])),
  );
  fc.assert(
    fc.property(noise, (bytes) => {
      expect(() => read(bytes)).not.toThrow();
    }),
    { numRuns: 5000 },
  );
});

test('types that are not in the grammar are refused', () => {
  for (const bytes of [[4], [109, 0], [0, 3, 0], [2, 1, 0], [0xff, 0xff, 0x7f]]) {
    expect(() => decodeFrame(new Uint8Array(bytes))).toThrow(MalformedFrame);
  }
});

test('a length beyond the end is refused without setting anything aside for it', () => {
  expect(read(new Uint8Array([0, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]))).toBeNull();
});

test('a number that is not exact, or padded until it is none, is refused', () => {
  const over = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
  const padded = [...Array.from({ length: 150 }, () => 0x80), 0];
  for (const number of [over, padded]) {
    expect(read(new Uint8Array(number))).toBeNull();
    expect(read(new Uint8Array([0, ...number, 0]))).toBeNull();
    expect(read(new Uint8Array([0, 2, ...number]))).toBeNull();
  }
});

test('an extension frame carries its body to the end', () => {
  const frame = decodeFrame(extensionFrame({ type: 'barrier', n: 5 }));
  expect(frame).toEqual({ type: 'extension', body: new Uint8Array([1, 5]) });
});

test('the message that keeps a quiet line awake is a presence of nobody', () => {
  expect([...presenceFrame(encodePresence([]))]).toEqual([1, 1, 0]);
});
