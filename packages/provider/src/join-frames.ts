import * as Y from 'yjs';

import { decodeFrame, type Frame, updateFrame } from '@indelible/protocol';

import { mergeAll } from './merge.ts';

/**
 * Makes one frame of updates that have been waiting: each would be drawn by itself. Presence that came between them
 * comes after them; everything else stays where it is.
 */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array[] {
  const joined: Uint8Array[] = [];
  let updates: Uint8Array[] = [];
  let presence: Uint8Array[] = [];
  const end = (): void => {
    const update = mergeAll(updates);
    if (update !== null) joined.push(updateFrame(update));
    joined.push(...presence);
    [updates, presence] = [[], []];
  };
  for (const bytes of frames) {
    const frame = read(bytes);
    if (frame?.type === 'update') updates.push(frame.update);
    else if (frame?.type === 'presence') presence.push(bytes);
    else {
      end();
      joined.push(bytes);
    }
  }
  end();
  return joined;
}

/** Null for what can't be read, of which whoever hears it will say so. */
function read(bytes: Uint8Array): Frame | null {
  try {
    const frame = decodeFrame(bytes);
    if (frame.type === 'update') Y.decodeUpdate(frame.update);
    return frame;
  } catch {
    return null;
  }
}
