import {
  CloseCode,
  newDocumentId,
  type DocumentId,
  type DocumentSummary,
} from '@indelible/protocol';
import type { Clock, Rooms } from '@indelible/rooms';
import type { Catalog, CatalogEntry } from '@indelible/store';

import type { DocumentJobs } from './document-jobs.ts';

export interface DocumentsOptions {
  readonly catalog: Catalog;
  readonly rooms: Rooms;
  readonly jobs: DocumentJobs;
  readonly clock: Clock;
}

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

  async find(id: DocumentId): Promise<DocumentSummary | null> {
    const entry = await this.#options.catalog.find(id);
    return entry && summary(entry);
  }

  /** The only place where a document gets its first content: two seeds would be merged into both. */
  async create(wanted: string): Promise<DocumentSummary> {
    const { catalog, jobs, clock } = this.#options;
    const { title, update: seed } = await jobs.run({ type: 'seed', title: wanted });
    if (seed === null) throw new Error('a seed is never empty');
    const id = newDocumentId();
    return summary(await catalog.create({ id, title, seed, author: SERVER, at: clock.now() }));
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
    const entry = await this.#options.catalog.restore(id);
    return entry && summary(entry);
  }
}

const summary = ({ id, title, createdAt, editedAt }: CatalogEntry): DocumentSummary => ({
  id,
  title,
  createdAt: new Date(createdAt).toISOString(),
  editedAt: new Date(editedAt).toISOString(),
});
