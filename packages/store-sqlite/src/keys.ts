import type { DocumentId } from '@indelible/protocol';

import type { Connection } from './connection.ts';

export interface DocumentKey {
  readonly key: number;
  readonly epoch: string;
}

/** The small numbers that stand for document ids and author names in every row. */
export interface Keys {
  /** Null if the document has never been written to. */
  findDocument(id: DocumentId): DocumentKey | null;
  /** Finds the document or makes it, with a new epoch, in the open transaction. */
  documentOf(id: DocumentId): DocumentKey;
  /** Finds or makes the author's key in the open transaction. */
  authorOf(name: string): number;
  /** Forgets what is remembered: after a rollback, and now and then to stay small. */
  forget(): void;
}

/** @param newEpoch is called once for each document that is made. */
export function createKeys(db: Connection, newEpoch: () => string): Keys {
  const documents = new Map<DocumentId, DocumentKey>();
  const authors = new Map<string, number>();
  const findDocument = db.prepare<[string], DocumentKey>(
    'SELECT key, epoch FROM documents WHERE id = ?',
  );
  const makeDocument = db.prepare<[string, string], DocumentKey>(
    'INSERT INTO documents (id, epoch) VALUES (?, ?) RETURNING key, epoch',
  );
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

function remember<Name, Key>(known: Map<Name, Key>, name: Name, find: () => Key | undefined): Key {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const key = find();
  if (key === undefined) throw new Error('SQLite returned no key for a row it has just made');
  known.set(name, key);
  return key;
}
