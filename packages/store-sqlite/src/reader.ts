import type { LoggedUpdate, StoredDocument } from '@indelible/store';

import type { PackedDocument, PackedRows, ReaderCalls, StoredRow } from './calls.ts';
import { createCatalogReader } from './catalog-reader.ts';
import type { Connection } from './connection.ts';
import { toStoreError } from './errors.ts';
import { pack } from './packed.ts';
import type { Packed } from './packed.ts';
import { createSearchReader } from './search-reader.ts';
import type { Move } from './serve.ts';
import { createUpdateLogReader } from './update-log-reader.ts';

/** Everything that is asked of the database, packed for the way to the main thread. */
export function createReader(db: Connection, move: Move): ReaderCalls {
  const log = createUpdateLogReader(db);
  const catalog = createCatalogReader(db);
  const search = createSearchReader(db);
  const packToMove = (parts: readonly Uint8Array[]): Packed => {
    const packed = pack(parts);
    move(packed.bytes.buffer);
    return packed;
  };
  const packRows = (rows: readonly LoggedUpdate[]): PackedRows<StoredRow> => ({
    rows: rows.map(({ seq, author, at }) => ({ seq, author, at })),
    updates: packToMove(rows.map(({ update }) => update)),
  });
  const packDocument = ({ epoch, at, snapshot, rows }: StoredDocument): PackedDocument => ({
    epoch,
    at,
    snapshot: snapshot && {
      seq: snapshot.seq,
      parts: packToMove([snapshot.update, snapshot.stateVector, snapshot.deleteSet]),
    },
    tail: packRows(rows),
  });

  return {
    load: (document) =>
      reading(() => {
        const stored = log.load(document);
        return stored && packDocument(stored);
      }),
    readAfter: (document, seq) => reading(() => packRows(log.readAfter(document, seq))),
    find: (id) => reading(() => catalog.find(id)),
    list: () => reading(() => catalog.list()),
    indexedThrough: (id) => reading(() => search.indexedThrough(id)),
    search: (query, limit) => reading(() => search.search(query, limit)),
    outdated: (from, limit) => reading(() => search.outdated(from, limit)),
  };
}

function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error, 'reading failed');
  }
}
