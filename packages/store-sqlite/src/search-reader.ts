import type { DocumentId } from '@indelible/protocol';
import { excerptOf, readQuery } from '@indelible/store';
import type { CatalogEntry, FoundDocument, Outdated, Query, Seq } from '@indelible/store';

import type { Connection } from './connection.ts';

/** The statements that read the search index. */
export interface SearchReader {
  indexedThrough(id: DocumentId): Seq;
  search(query: string, limit: number): FoundDocument[];
  outdated(from: number, limit: number): Outdated;
}

export function createSearchReader(db: Connection): SearchReader {
  const through = db
    .prepare<[string], Seq>(
      `SELECT seq FROM search_texts
       WHERE document = (SELECT key FROM documents WHERE id = ?)`,
    )
    .pluck();
  return {
    indexedThrough: (id) => through.get(id) ?? 0,
    search: createSearching(db),
    outdated: createLooking(db),
  };
}

interface TextRow extends CatalogEntry {
  readonly text: string;
}

function createSearching(db: Connection): SearchReader['search'] {
  // The texts are read for those that are shown only, so not in the statement that sorts.
  const match = db
    .prepare<[string, number], number>(
      `SELECT catalog.document FROM search_words
       JOIN catalog ON catalog.document = search_words.rowid
       WHERE search_words MATCH ? AND removed_at IS NULL
       ORDER BY edited_at DESC, catalog.document DESC LIMIT ?`,
    )
    .pluck();
  const read = db.prepare<[number], TextRow>(
    `SELECT documents.id, catalog.title, created_at AS createdAt, edited_at AS editedAt, text
     FROM catalog JOIN documents ON documents.key = catalog.document
     JOIN search_texts ON search_texts.document = catalog.document
     WHERE catalog.document = ?`,
  );
  return db.transaction((text: string, limit: number) => {
    const query = readQuery(text);
    if (query.length === 0) return [];
    const sought = expressionOf(query);
    const byTitle = match.all(`{title} : (${sought})`, limit);
    const keys = new Set([...byTitle, ...match.all(sought, limit)]);
    return [...keys].slice(0, limit).flatMap((key) => {
      const row = read.get(key);
      if (!row) return [];
      const { text: content, ...entry } = row;
      return { ...entry, excerpt: excerptOf(content, query) };
    });
  });
}

/** Folded words have no quotes in them, so nothing gets out of its own. */
const expressionOf = (query: Query): string =>
  `${query.map((phrase) => `"${phrase.join(' ')}"`).join(' AND ')} *`;

interface Looked {
  readonly key: number;
  readonly id: DocumentId;
  readonly isOutdated: 0 | 1;
}

function createLooking(db: Connection): SearchReader['outdated'] {
  const look = db.prepare<[number, number], Looked>(
    `WITH recent AS (
       SELECT document, max(seq) AS seq FROM updates
       WHERE position > (SELECT through FROM indexed) GROUP BY document)
     SELECT documents.key, documents.id, removed_at IS NULL AND ifnull(search_texts.seq, 0) < max(
         ifnull(recent.seq, 0),
         ifnull((SELECT max(seq) FROM places WHERE document = documents.key), 0),
         ifnull((SELECT max(seq) FROM snapshots WHERE document = documents.key), 0)) AS isOutdated
     FROM catalog JOIN documents ON documents.key = catalog.document
     LEFT JOIN search_texts ON search_texts.document = catalog.document
     LEFT JOIN recent ON recent.document = catalog.document
     WHERE catalog.document >= ? ORDER BY catalog.document LIMIT ?`,
  );
  return (from, limit) => {
    const looked = look.all(from, limit + 1);
    const next = looked.length > limit ? (looked.at(-1)?.key ?? null) : null;
    const documents = looked.slice(0, limit).filter(({ isOutdated }) => isOutdated === 1);
    return { documents: documents.map(({ id }) => id), next };
  };
}
