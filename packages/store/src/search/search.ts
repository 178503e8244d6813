import type { DocumentId } from '@indelible/protocol';

import type { CatalogEntry } from '../catalog.ts';
import type { Seq } from '../update-log.ts';
import type { Excerpt } from './excerpt.ts';

/**
 * Finding documents by what they say. The index is a cache: whoever reads documents hands their words in,
 * and `outdated` tells whose are missing or old.
 *
 * Every method rejects with a `StoreError`.
 */
export interface Search {
  /**
   * Takes over what the document said at row `seq`, also of a deleted one, which may come back. False if
   * there is no such document, or the words of a later row are there: those stay.
   */
  index(id: DocumentId, seq: Seq, content: Content): Promise<boolean>;
  /** Through which row the document's words are known; 0 if they never were. */
  indexedThrough(id: DocumentId): Promise<Seq>;
  /**
   * Documents that have all words of the query, each the whole word but for the last, which may only have
   * begun. Case, accents and word order make no difference; words without a space between them have to
   * stand together. First those with all of them in the title, then last edited first, the later made
   * before the earlier; deleted ones left out. None if the query has no words.
   */
  search(query: string, limit: number): Promise<readonly FoundDocument[]>;
  /**
   * Looks at up to `limit` documents, beginning at `from` (0: the first), for those with rows that are
   * not in the index yet; deleted ones left out.
   */
  outdated(from: number, limit: number): Promise<Outdated>;
}

/** What a document says, as plain text. */
export interface Content {
  readonly title: string;
  /** A line a block. */
  readonly text: string;
}

export interface FoundDocument extends CatalogEntry {
  readonly excerpt: Excerpt;
}

export interface Outdated {
  readonly documents: readonly DocumentId[];
  /** Where to go on looking; null if there are no more. */
  readonly next: number | null;
}
