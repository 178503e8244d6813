import * as Y from 'yjs';

import { readText, readTitle } from '@indelible/document';
import { serveJobs } from '@indelible/rooms';
import type { Content } from '@indelible/store';

/** UTF-16 units, some 250 pages; storing the words of more would keep saving waiting for too long. */
const MOST = 500_000;

serveJobs((parts: readonly Uint8Array[]): Content => {
  const doc = new Y.Doc();
  try {
    for (const part of parts) Y.applyUpdate(doc, part);
    const text = readText(doc).slice(0, MOST);
    return { title: readTitle(doc).toWellFormed(), text: text.toWellFormed() };
  } finally {
    doc.destroy();
  }
});
