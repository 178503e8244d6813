import { deviceSeed } from '@indelible/document';
import {
  CloseCode,
  newDocumentId,
  type DocumentId,
  type DocumentSummary,
  type FoundDocuments,
} from '@indelible/protocol';
import type { Clock, Rooms } from '@indelible/rooms';
import { StoreError, type Catalog, type CatalogEntry } from '@indelible/store';

import type { DocumentJobs } from './document-jobs.ts';
import type { SearchIndexer } from './search-indexer.ts';

export interface DocumentsOptions {
  readonly catalog: Catalog;
  readonly rooms: Rooms;
  readonly jobs: DocumentJobs;
  readonly indexer: SearchIndexer;
  readonly clock: Clock;
}

/** Documents shown of one search. */
const MOST_FOUND = 50;
/** Rows the server writes itself. */
const SERVER = 'server';

/** What can be done with documents as a whole. */
export class Documents {
  readonly #options: DocumentsOptions;

  constructor(options: DocumentsOptions) {
    this.#options = options;
  }

  async list(): Promise<DocumentSummary[]> {
    return (await this.#options.catalog.list()).map(summary);
  }

  /** Those with all words of the query, see `Search` in the store. */
  async search(query: string): Promise<FoundDocuments> {
    const found = await this.#options.catalog.search(query, MOST_FOUND + 1);
    const shown = found.slice(0, MOST_FOUND);
    return {
      documents: shown.map((entry) => ({ ...summary(entry), excerpt: [...entry.excerpt] })),
      more: found.length > MOST_FOUND,
    };
  }

  async find(id: DocumentId): Promise<DocumentSummary | null> {
    const entry = await this.#options.catalog.find(id);
    return entry && summary(entry);
  }

  /**
   * Makes a document with a new id. Only here and in `findOrAdopt` does one get its first content: two different
   * seeds would be merged into both.
   */
  async create(wanted: string): Promise<DocumentSummary> {
    const { catalog, indexer, jobs, clock } = this.#options;
    const { title, update: seed } = await jobs.run({ type: 'seed', title: wanted });
    if (seed === null) throw new Error('a seed is never empty');
    const id = newDocumentId();
    const entry = await catalog.create({ id, title, seed, author: SERVER, at: clock.now() });
    // It was never open, so it won't settle.
    indexer.touch(id, 1);
    return summary(entry);
  }

  /** Finds a document that a device has made, or makes it, with the device's own seed. Null if it was deleted here. */
  async findOrAdopt(id: DocumentId): Promise<DocumentSummary | null> {
    const { catalog, indexer, clock } = this.#options;
    const there = await this.find(id);
    if (there !== null) return there;
    const seed = deviceSeed();
    try {
      const entry = await catalog.create({ id, title: '', seed, author: SERVER, at: clock.now() });
      indexer.touch(id, 1);
      return summary(entry);
    } catch (error) {
      // Decided here: another line was first, or the document was deleted and stays so.
      if (error instanceof StoreError && error.code === 'invalid') return this.find(id);
      throw error;
    }
  }

  /** Edits the title in the document itself, so that it merges with what others type there. */
  async rename(id: DocumentId, title: string): Promise<DocumentSummary | null> {
    const { catalog, rooms, jobs, clock } = this.#options;
    if ((await catalog.find(id)) === null) return null;
    let renamed = title;
    await rooms.edit(id, SERVER, async (parts) => {
      const result = await jobs.run({ type: 'rename', parts, title });
      renamed = result.title;
      return result.update;
    });
    await catalog.mirror(id, renamed, clock.now());
    return this.find(id);
  }

  /** False if there is no such document. Whoever has it open is told that it is gone. */
  async remove(id: DocumentId): Promise<boolean> {
    const { catalog, rooms, clock } = this.#options;
    const wasThere = await catalog.remove(id, clock.now());
    if (wasThere) rooms.evict(id, CloseCode.notFound, 'the document was deleted');
    return wasThere;
  }

  async restore(id: DocumentId): Promise<DocumentSummary | null> {
    const { catalog, indexer } = this.#options;
    const entry = await catalog.restore(id);
    // If it was deleted before it could be searched at all.
    if (entry !== null) indexer.touch(id, 1);
    return entry && summary(entry);
  }
}

const summary = ({ id, title, createdAt, editedAt }: CatalogEntry): DocumentSummary => ({
  id,
  title,
  createdAt: new Date(createdAt).toISOString(),
  editedAt: new Date(editedAt).toISOString(),
});
