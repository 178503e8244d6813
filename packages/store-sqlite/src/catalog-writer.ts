import type { DocumentId } from '@indelible/protocol';
import { StoreError } from '@indelible/store';
import type { CatalogEntry, NewDocument } from '@indelible/store';

import { createCatalogReader } from './catalog-reader.ts';
import type { Connection } from './connection.ts';
import type { UpdateLogWriter } from './update-log-writer.ts';

/** The statements that write the catalog. Each runs in the transaction of its caller. */
export interface CatalogWriter {
  create(document: NewDocument): CatalogEntry;
  mirror(id: DocumentId, title: string, editedAt: number): boolean;
  remove(id: DocumentId, at: number): boolean;
  restore(id: DocumentId): CatalogEntry | null;
}

const LISTED = 'document = (SELECT key FROM documents WHERE id = ?) AND removed_at IS NULL';
const REMOVED = 'document = (SELECT key FROM documents WHERE id = ?) AND removed_at IS NOT NULL';

export function createCatalogWriter(db: Connection, log: UpdateLogWriter): CatalogWriter {
  const reader = createCatalogReader(db);
  const insert = db.prepare<[number, string, number, number]>(
    'INSERT INTO catalog (document, title, created_at, edited_at) VALUES (?, ?, ?, ?)',
  );
  const mirror = db.prepare<[string, number, string]>(
    `UPDATE catalog SET title = ?, edited_at = ? WHERE ${LISTED}`,
  );
  const remove = db.prepare<[number, string]>(`UPDATE catalog SET removed_at = ? WHERE ${LISTED}`);
  const restore = db.prepare<[string]>(`UPDATE catalog SET removed_at = NULL WHERE ${REMOVED}`);

  return {
    create({ id, title, seed, author, at }) {
      if (log.keys.findDocument(id) !== null)
        throw new StoreError('invalid', `${id} exists already`);
      log.add({ document: id, author, at, update: seed });
      insert.run(log.keys.documentOf(id).key, title, at, at);
      return { id, title, createdAt: at, editedAt: at };
    },
    mirror: (id, title, editedAt) => mirror.run(title, editedAt, id).changes === 1,
    remove: (id, at) => remove.run(at, id).changes === 1,
    restore: (id) => (restore.run(id).changes === 1 ? reader.find(id) : null),
  };
}
