import type { DocumentId } from '@indelible/protocol';
import type { CatalogEntry } from '@indelible/store';

import type { Connection } from './connection.ts';

/** The statements that read the catalog. */
export interface CatalogReader {
  find(id: DocumentId): CatalogEntry | null;
  list(): CatalogEntry[];
}

const LISTED = `
  SELECT documents.id, title, created_at AS createdAt, edited_at AS editedAt
  FROM catalog JOIN documents ON documents.key = catalog.document
  WHERE removed_at IS NULL`;

export function createCatalogReader(db: Connection): CatalogReader {
  const find = db.prepare<[string], CatalogEntry>(`${LISTED} AND documents.id = ?`);
  const list = db.prepare<[], CatalogEntry>(
    `${LISTED} ORDER BY edited_at DESC, catalog.document DESC`,
  );
  return { find: (id) => find.get(id) ?? null, list: () => list.all() };
}
