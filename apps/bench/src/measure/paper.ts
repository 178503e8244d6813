import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import * as Y from 'yjs';

import type { DocumentCopy } from '../wire/person.ts';

/** A document somebody wrote keystroke by keystroke, as Yjs has it in the end. */
export interface Paper extends DocumentCopy {
  /** How many clocks its author has used. */
  readonly clocks: number;
}

interface Trace {
  readonly endContent: string;
  readonly txns: readonly { readonly patches: readonly (readonly [number, number, string])[] }[];
}

/** The Yjs client that wrote it. */
export const AUTHOR = 2_000_000_000;
const FILE = fileURLToPath(new URL('../../data/automerge-paper.json.gz', import.meta.url));
/** Keystrokes between two looks at the size. */
const LOOK_EVERY = 250;

let trace: Trace | null = null;

/**
 * Writes the paper with Yjs, as often as it takes to fill so many bytes.
 *
 * @param bytes of the encoded document; Infinity for the paper once, as it ended.
 */
export function writePaper(bytes: number): Paper {
  trace ??= JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Trace;
  const doc = new Y.Doc();
  doc.clientID = AUTHOR;
  for (let copy = 0; ; copy++) {
    const text = doc.getText(`paper-${copy}`);
    const isFull = writeOnce(doc, text, trace, bytes);
    if (bytes === Infinity && text.toString() !== trace.endContent) {
      throw new Error('the paper did not end as it should');
    }
    if (isFull || bytes === Infinity) break;
  }
  return {
    update: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
    clocks: Y.getState(doc.store, AUTHOR),
  };
}

/** True once the document has so many bytes. */
function writeOnce(doc: Y.Doc, text: Y.Text, { txns }: Trace, bytes: number): boolean {
  // Looking costs as much as the document is large, so that is done less often the larger it is to be.
  const step = Math.max(LOOK_EVERY, Math.min(txns.length, Math.ceil(bytes / 20)));
  for (let first = 0; first < txns.length; first += step) {
    doc.transact(() => {
      for (const { patches } of txns.slice(first, first + step)) {
        for (const [position, deleted, inserted] of patches) {
          if (deleted > 0) text.delete(position, deleted);
          if (inserted !== '') text.insert(position, inserted);
        }
      }
    });
    if (Y.encodeStateAsUpdate(doc).length >= bytes) return true;
  }
  return false;
}
