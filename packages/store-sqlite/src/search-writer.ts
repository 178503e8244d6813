import type { DocumentId } from '@indelible/protocol';
import { foldedWords } from '@indelible/store';
import type { Content, Seq } from '@indelible/store';

import type { Connection } from './connection.ts';

/** The statement that writes the search index. It runs in the transaction of its caller. */
export interface SearchWriter {
  index(id: DocumentId, seq: Seq, content: Content): boolean;
}

export function createSearchWriter(db: Connection): SearchWriter {
  const find = db.prepare<[string], { key: number; seq: Seq | null }>(
    `SELECT documents.key, search_texts.seq FROM documents
     JOIN catalog ON catalog.document = documents.key
     LEFT JOIN search_texts ON search_texts.document = documents.key
     WHERE documents.id = ?`,
  );
  const isKnown = db
    .prepare<[number, string, string], number>(
      'SELECT 1 FROM search_texts WHERE document = ? AND title = ? AND text = ?',
    )
    .pluck();
  const advance = db.prepare<[Seq, number]>('UPDATE search_texts SET seq = ? WHERE document = ?');
  const keepText = db.prepare<[number, Seq, string, string]>(
    'INSERT OR REPLACE INTO search_texts (document, seq, title, text) VALUES (?, ?, ?, ?)',
  );
  const dropWords = db.prepare<[number]>('DELETE FROM search_words WHERE rowid = ?');
  const addWords = db.prepare<[number, string, string]>(
    'INSERT INTO search_words (rowid, title, text) VALUES (?, ?, ?)',
  );
  return {
    index(id, seq, { title, text }) {
      const document = find.get(id);
      if (!document || (document.seq ?? 0) > seq) return false;
      const { key } = document;
      // Formatting and the like change rows but no words.
      if (isKnown.get(key, title, text) !== undefined) {
        advance.run(seq, key);
        return true;
      }
      keepText.run(key, seq, title, text);
      dropWords.run(key);
      addWords.run(key, foldedWords(title).join(' '), foldedWords(text).join(' '));
      return true;
    },
  };
}
