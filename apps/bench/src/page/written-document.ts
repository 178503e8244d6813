import * as Y from 'yjs';

import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  step1Frame,
  updateFrame,
} from '@indelible/protocol';

import { Line } from '../wire/line.ts';
import { writeLong } from './long-document.ts';

/** Milliseconds. */
const MOST_WAITING = 60_000;

/** A document on a server's disk, and a copy of it. */
export interface WrittenDocument {
  readonly id: string;
  readonly doc: Y.Doc;
}

/**
 * Makes a document of the product and writes so many words into it.
 *
 * @throws {Error} if the server makes none, or does not save it in time.
 */
export async function writtenDocument(port: number, words: number): Promise<WrittenDocument> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/documents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: `${words} words` }),
  });
  const { id } = (await response.json()) as { readonly id?: string };
  if (id === undefined) throw new Error('the server made no document');
  const doc = new Y.Doc();
  await saved(port, id, doc, words);
  return { id, doc };
}

function saved(port: number, id: string, doc: Y.Doc, words: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it was not saved in time')), MOST_WAITING);
    const send = (line: Line, update: Uint8Array): void => {
      line.send(updateFrame(update));
      line.send(extensionFrame({ type: 'barrier', n: 1 }));
    };
    const opening = Line.open(port, `/sync/${id}?ext=1`, {
      message(bytes) {
        const frame = decodeFrame(bytes.slice());
        if (frame.type === 'step2') {
          Y.applyUpdate(doc, frame.update);
          if (words > 0) writeLong(doc, words);
          void opening.then((line) => send(line, Y.encodeStateAsUpdate(doc)));
        }
        if (frame.type !== 'extension' || decodeExtension(frame.body).type !== 'saved') return;
        clearTimeout(timer);
        void opening.then((line) => line.cut());
        resolve();
      },
      closed: () => reject(new Error('the line was cut')),
    });
    opening.then((line) => line.send(step1Frame(Y.encodeStateVector(doc))), reject);
  });
}
