import * as Y from 'yjs';

import { decodeFrame, step1Frame, updateFrame } from '@indelible/protocol';

import type { Door } from './door.ts';
import type { HttpLine } from './http-line.ts';

export const textOf = (doc: Y.Doc): string => doc.getText('text').toString();
export const question = step1Frame(new Uint8Array([0]));

/** A document and the updates that each letter of a text makes in it. */
export function type(text: string): Uint8Array[] {
  const doc = new Y.Doc();
  const frames: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)));
  for (const letter of text) doc.getText('text').insert(doc.getText('text').length, letter);
  return frames;
}

/** Reads a line into a document until it says what is expected. */
export async function readUntil(line: HttpLine, expected: string): Promise<void> {
  const doc = new Y.Doc();
  while (textOf(doc) !== expected) {
    for (const bytes of await line.frames()) {
      const frame = decodeFrame(bytes);
      if (frame.type === 'step2' || frame.type === 'update') Y.applyUpdate(doc, frame.update);
    }
  }
}

/** Who does not ask for the document is not sent what happens to it. */
export async function asking(line: HttpLine): Promise<HttpLine> {
  await line.send(question);
  return line;
}

export const addressOf = (door: Door, room: string): string =>
  `${door.url.replace('ws', 'http')}/${room}`;
