import type { FoundDocument } from '@indelible/protocol';

import { filterByTitle } from './filter.ts';

export type Excerpt = FoundDocument['excerpt'];

/** What the server found in the texts, the best first. */
export type Found = readonly Pick<FoundDocument, 'id' | 'excerpt'>[];

/** A document with the place in its text where it was found; null: none is shown. */
export type SearchRow<T> = T & { readonly excerpt: Excerpt | null };

/**
 * The rows for a search: first those whose title has the words, which is known at once, then those the
 * server found. Only documents of the list: one that is not in it any more was deleted.
 */
export function searchRows<T extends { readonly id: string; readonly title: string }>(
  documents: readonly T[],
  sought: string,
  found: Found,
): SearchRow<T>[] {
  const excerpts = new Map(found.map(({ id, excerpt }) => [id, excerpt]));
  const byTitle = new Set(filterByTitle(documents, sought));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const byText = found.flatMap(({ id }) => byId.get(id) ?? []);
  return Array.from(new Set([...byTitle, ...byText]), (document) => {
    const excerpt = excerpts.get(document.id);
    return { ...document, excerpt: excerpt !== undefined && excerpt.length > 0 ? excerpt : null };
  });
}
