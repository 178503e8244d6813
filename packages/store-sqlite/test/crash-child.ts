import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';

import { openSqliteStore } from '@indelible/store-sqlite';

import { documentId, rowOf } from './rows.ts';

/**
 * Appends to the file in its first argument until it is killed, several batches at a time, and
 * prints each row once it has been acknowledged: `document seq content`. Compacts now and then.
 */
const [file = ''] = process.argv.slice(2);
const store = await openSqliteStore({ file });
const documents = ['a', 'b', 'c', 'd', 'e'].map(documentId);

async function appendForever(): Promise<never> {
  for (;;) {
    const batch = documents.map((id) => rowOf(id, randomUUID()));
    const results = await store.log.append(batch);
    const lines = results.map(({ document, seq }, n) => {
      const update = batch[n]?.update ?? new Uint8Array();
      return `${document} ${seq} ${Buffer.from(update).toString()}\n`;
    });
    // Synchronous, so that what was said before the kill has been said.
    writeSync(1, lines.join(''));
  }
}

async function compactForever(): Promise<never> {
  for (;;) {
    for (const document of documents) {
      const stored = await store.log.load(document);
      const seq = stored?.rows.at(-1)?.seq;
      if (!stored || seq === undefined) continue;
      // The fold is of no matter here; its seq is.
      const update = Buffer.from(`fold ${seq}`);
      const snapshot = { seq, update, stateVector: update, deleteSet: update };
      await store.log.compact(document, stored.snapshot?.seq ?? 0, snapshot);
    }
  }
}

await Promise.all([appendForever(), appendForever(), appendForever(), compactForever()]);
