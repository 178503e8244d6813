import type { DocumentId } from '@indelible/protocol';

import type { Connection } from './connection.ts';

/** The small numbers that stand for document ids and author names in every row. */
export interface Keys {
  /** Null if the document has never been written to. */
  findDocument(id: DocumentId): number | null;
  /** Finds the document's key or makes the document, with a new epoch, in the open transaction. */
  documentOf(id: DocumentId): number;
  /** Finds or makes the author's key in the open transaction. */
  authorOf(name: string): number;
  /** Forgets what is remembered: after a rollback, and now and then to stay small. */
  forget(): void;
}

/** @param newEpoch is called once for each document that is made. */
export function createKeys(db: Connection, newEpoch: () => string): Keys {
  const documents = new Map<DocumentId, number>();
  const authors = new Map<string, number>();
  const findDocument = db
    .prepare<[string], number>('SELECT key FROM documents WHERE id = ?')
    .pluck();
  const makeDocument = db
    .prepare<[string, string], number>(
      'INSERT INTO documents (id, epoch) VALUES (?, ?) RETURNING key',
    )
    .pluck();
  const findAuthor = db.prepare<[string], number>('SELECT key FROM authors WHERE name = ?').pluck();
  const makeAuthor = db
    .prepare<[string], number>('INSERT INTO authors (name) VALUES (?) RETURNING key')
    .pluck();

  return {
    findDocument: (id) => documents.get(id) ?? findDocument.get(id) ?? null,
    documentOf: (id) =>
      remember(documents, id, () => findDocument.get(id) ?? makeDocument.get(id, newEpoch())),
    authorOf: (name) => remember(authors, name, () => findAuthor.get(name) ?? makeAuthor.get(name)),
    forget() {
      documents.clear();
      authors.clear();
    },
  };
}

function remember<Name>(
  known: Map<Name, number>,
  name: Name,
  find: () => number | undefined,
): number {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const key = find();
  if (key === undefined) throw new Error('SQLite returned no key for a row it has just made');
  known.set(name, key);
  return key;
}
