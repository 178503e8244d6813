import { readFileSync } from 'node:fs';

import { decodeFrame } from '@indelible/protocol';

const FILE = new URL('./traffic.json', import.meta.url);

/** What stock clients have sent to a server, in its order. */
export interface Traffic {
  readonly frames: readonly Uint8Array[];
  /** The updates in those frames. */
  readonly updates: readonly Uint8Array[];
}

/** Reads what `capture.ts` has recorded. */
export function readTraffic(): Traffic {
  const lines = JSON.parse(readFileSync(FILE, 'utf8')) as readonly string[];
  const frames = lines.map((line) => new Uint8Array(Buffer.from(line, 'base64')));
  const updates = frames.flatMap((bytes) => {
    const frame = decodeFrame(bytes);
    return frame.type === 'update' || frame.type === 'step2' ? [frame.update] : [];
  });
  return { frames, updates };
}
