import type { DocumentId } from '@indelible/protocol';

import type { Search } from './search/search.ts';

export interface CatalogEntry {
  readonly id: DocumentId;
  /** A mirror of the title inside the document. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly editedAt: number;
}

/**
 * Which documents the product has, and what the list says of them. Its documents are those that were
 * created here; an `UpdateLog` alone knows nothing of titles. Only they can be searched.
 *
 * Every method rejects with a `StoreError`.
 */
export interface Catalog extends Search {
  /**
   * Makes a document whose log begins with `seed` (row 1), entry and row in one transaction. Rejects
   * with `invalid` if the id is taken, be it by a deleted document.
   */
  create(document: NewDocument): Promise<CatalogEntry>;
  /** Null if there is none, or it was deleted. */
  find(id: DocumentId): Promise<CatalogEntry | null>;
  /** Last edited first, the later made before the earlier; deleted ones left out. */
  list(): Promise<readonly CatalogEntry[]>;
  /** Takes over what the document itself says. False if there is none, or it was deleted. */
  mirror(id: DocumentId, title: string, editedAt: number): Promise<boolean>;
  /** Puts the document out of reach; its rows stay. False if there is none, or it was deleted. */
  remove(id: DocumentId, at: number): Promise<boolean>;
  /** Undoes `remove`. Null if there is no such deleted document. */
  restore(id: DocumentId): Promise<CatalogEntry | null>;
}

export interface NewDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly seed: Uint8Array;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
