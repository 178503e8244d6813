import { excerptOf } from '../search/excerpt.ts';
import type { FoundDocument, Outdated, Search } from '../search/search.ts';
import { foldedWords, hasPhraseAt, readQuery, type Query } from '../search/words.ts';
import { assertContent } from '../storable.ts';
import type { RunUnderFaults } from './faults.ts';
import { listEntries } from './memory-disk.ts';
import type { MemoryDisk } from './memory-disk.ts';

/** The search of a memory store: reads through everything each time. */
export const createMemorySearch = (disk: MemoryDisk, run: RunUnderFaults): Search => ({
  index: (id, seq, { title, text }) =>
    run('index', () => {
      assertContent(seq, { title, text });
      if (!disk.catalog.has(id) || (disk.searched.get(id)?.seq ?? 0) > seq) return false;
      disk.searched.set(id, { seq, title, text });
      return true;
    }),
  indexedThrough: (id) => run('indexedThrough', () => disk.searched.get(id)?.seq ?? 0),
  search: (query, limit) => run('search', () => search(disk, readQuery(query), limit)),
  outdated: (from, limit) => run('outdated', () => outdated(disk, from, limit)),
});

function search(disk: MemoryDisk, query: Query, limit: number): FoundDocument[] {
  if (query.length === 0) return [];
  const found = listEntries(disk).flatMap((entry) => {
    const { title = '', text = '' } = disk.searched.get(entry.id) ?? {};
    const inTitle = matcher(title);
    const inText = matcher(text);
    if (!query.every((_, n) => inTitle(query, n) || inText(query, n))) return [];
    const byTitle = query.every((_, n) => inTitle(query, n));
    return { byTitle, document: { ...entry, excerpt: excerptOf(text, query) } };
  });
  // The sort is stable: otherwise they stay in the list's order.
  return found
    .toSorted((a, b) => Number(b.byTitle) - Number(a.byTitle))
    .slice(0, limit)
    .map(({ document }) => document);
}

/** Says whether a text has the query's nth phrase. */
function matcher(text: string): (query: Query, n: number) => boolean {
  const words = foldedWords(text);
  return (query, n) => {
    const phrase = query[n] ?? [];
    return words.some((_, at) => hasPhraseAt(words, at, phrase, n === query.length - 1));
  };
}

function outdated(disk: MemoryDisk, from: number, limit: number): Outdated {
  const all = [...disk.catalog.values()];
  const isOutdated = ({ id, removedAt }: (typeof all)[number]): boolean =>
    removedAt === null &&
    (disk.searched.get(id)?.seq ?? 0) < (disk.documents.get(id)?.rows.length ?? 0);
  const documents = all
    .slice(from, from + limit)
    .filter(isOutdated)
    .map(({ id }) => id);
  return { documents, next: from + limit < all.length ? from + limit : null };
}
