import type { DocumentId } from '@indelible/protocol';

import type { Catalog, CatalogEntry, NewDocument } from '../catalog.ts';
import { assertMirror, assertNewDocument, assertTime } from '../storable.ts';
import { StoreError } from '../store-error.ts';
import type { RunUnderFaults } from './faults.ts';
import { listEntries } from './memory-disk.ts';
import type { MemoryDisk, MemoryEntry } from './memory-disk.ts';
import { appendRows } from './memory-log.ts';
import { createMemorySearch } from './memory-search.ts';

/** The catalog of a memory store. */
export function createMemoryCatalog(disk: MemoryDisk, run: RunUnderFaults): Catalog {
  const listed = (id: DocumentId): MemoryEntry | null => {
    const entry = disk.catalog.get(id);
    return entry && entry.removedAt === null ? entry : null;
  };
  const replace = (entry: MemoryEntry | null, change: Partial<MemoryEntry>): boolean => {
    if (entry) disk.catalog.set(entry.id, { ...entry, ...change });
    return entry !== null;
  };
  return {
    create: (document) => run('create', () => create(disk, document)),
    find: (id) => run('find', () => publicPart(listed(id))),
    list: () => run('list', () => listEntries(disk)),
    mirror: (id, title, editedAt) =>
      run('mirror', () => {
        assertMirror(title, editedAt);
        return replace(listed(id), { title, editedAt });
      }),
    remove: (id, at) =>
      run('remove', () => {
        assertTime(at);
        return replace(listed(id), { removedAt: at });
      }),
    restore: (id) =>
      run('restore', () => {
        const entry = disk.catalog.get(id);
        if (!entry || entry.removedAt === null) return null;
        replace(entry, { removedAt: null });
        return publicPart(entry);
      }),
    ...createMemorySearch(disk, run),
  };
}

function create(disk: MemoryDisk, document: NewDocument): CatalogEntry {
  assertNewDocument(document);
  const { id, title, seed, author, at } = document;
  if (disk.documents.has(id)) throw new StoreError('invalid', `${id} exists already`);
  const entry = { id, title, createdAt: at, editedAt: at, removedAt: null };
  appendRows(disk, [{ document: id, author, at, update: seed.slice() }]);
  disk.catalog.set(id, entry);
  return { id, title, createdAt: at, editedAt: at };
}

const publicPart = (entry: MemoryEntry | null): CatalogEntry | null =>
  entry && {
    id: entry.id,
    title: entry.title,
    createdAt: entry.createdAt,
    editedAt: entry.editedAt,
  };
