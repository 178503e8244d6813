import type { WriterCalls } from './calls.ts';
import { createCatalogWriter } from './catalog-writer.ts';
import { transact } from './connection.ts';
import type { Connection } from './connection.ts';
import { createIndexing } from './indexing.ts';
import { partAt, unpack } from './packed.ts';
import { createSearchWriter } from './search-writer.ts';
import { createUpdateLogWriter } from './update-log-writer.ts';

export interface Writer {
  readonly calls: WriterCalls;
  /** To be called when nobody waits: indexes new rows once they are many. */
  readonly tidy: () => void;
}

/** Everything that changes the database, each call one transaction. */
export function createWriter(db: Connection, newEpoch: () => string): Writer {
  const log = createUpdateLogWriter(db, newEpoch);
  const catalog = createCatalogWriter(db, log);
  const search = createSearchWriter(db);
  const indexing = createIndexing(db, log);
  const change = <T>(doing: string, work: () => T): T => {
    try {
      return transact(db, doing, work);
    } catch (error) {
      // What was remembered of the transaction never happened, or may not have.
      log.forget();
      throw error;
    }
  };

  const calls: WriterCalls = {
    append({ rows, updates }) {
      const parts = unpack(updates);
      const added = change('saving failed', () =>
        rows.map((row, n) => log.add({ ...row, update: partAt(parts, n) })),
      );
      indexing.added(rows.length, updates.bytes.length);
      return added;
    },
    compact(document, expected, { parts, ...version }) {
      const [update, stateVector, deleteSet] = [0, 1, 2].map((n) => partAt(unpack(parts), n));
      if (!update || !stateVector || !deleteSet) throw new Error('a snapshot has three parts');
      const snapshot = { ...version, update, stateVector, deleteSet };
      return change('compacting failed', () => log.compact(document, expected, snapshot));
    },
    create(document) {
      const entry = change('creating failed', () => catalog.create(document));
      indexing.added(1, document.seed.length);
      return entry;
    },
    mirror: (id, title, editedAt) =>
      change('renaming failed', () => catalog.mirror(id, title, editedAt)),
    remove: (id, at) => change('removing failed', () => catalog.remove(id, at)),
    restore: (id) => change('restoring failed', () => catalog.restore(id)),
    index: (id, seq, content) =>
      change('indexing words failed', () => search.index(id, seq, content)),
  };
  return { calls, tidy: indexing.tidy };
}
