import { ownIndexedDB } from './environment.ts';
import {
  addMarker,
  addUpdate,
  inTransaction,
  openDatabase,
  readDocument,
  readDocuments,
  readKeys,
  readMarked,
  removeAll,
  type Stores,
} from './local-database.ts';

/** What this device knows of a document without opening it. */
export interface LocalDocument {
  readonly document: string;
  /** It opens without the server. */
  readonly complete: boolean;
  /** Made on this device; no server is known to have it. */
  readonly isNew: boolean;
  /** Something was written here that no server is known to have on its disk. */
  readonly isUnsent: boolean;
}

/**
 * The documents of which this device has something; none if the browser keeps nothing.
 *
 * @throws {DOMException} if the browser's database can't be read.
 */
export async function listLocalDocuments(
  factory: IDBFactory | null = ownIndexedDB(),
): Promise<readonly LocalDocument[]> {
  if (factory === null) return [];
  return withStores(factory, 'readonly', 'default', async (stores) => {
    const [rows, marked] = await Promise.all([readDocuments(stores), readMarked(stores)]);
    return rows.map(({ document, complete, isNew }) => {
      return { document, complete, isNew, isUnsent: marked.has(document) };
    });
  });
}

/**
 * Makes a document on this device. The server gets to know of it by the first line on which it is opened.
 *
 * @param seed what it begins with; what the server would begin it with, to the last byte.
 * @throws {DOMException} if the browser keeps nothing, or its database can't be written.
 */
export async function createLocalDocument(
  document: string,
  seed: Uint8Array,
  factory: IDBFactory | null = ownIndexedDB(),
): Promise<void> {
  if (factory === null) throw new DOMException('nothing can be kept here', 'NotSupportedError');
  await withStores(factory, 'readwrite', 'strict', async (stores) => {
    if ((await readDocument(stores, document)) !== null) return;
    const generation = crypto.randomUUID();
    stores.documents.put({ document, generation, epoch: null, complete: true, isNew: true });
    await addUpdate(stores, document, seed);
    await addMarker(stores, document);
  });
}

/**
 * Deletes what this device has of a document, work that the server has not got included. A page that
 * has the document open writes a new copy with its next update.
 *
 * @throws {DOMException} if the browser's database can't be written.
 */
export async function deleteLocalCopy(
  document: string,
  factory: IDBFactory | null = ownIndexedDB(),
): Promise<void> {
  if (factory === null) return;
  await withStores(factory, 'readwrite', 'default', async (stores) => {
    const { documents, updates, unacknowledged } = stores;
    documents.delete(document);
    await removeAll(updates, await readKeys(updates, document));
    await removeAll(unacknowledged, await readKeys(unacknowledged, document));
  });
}

async function withStores<T>(
  factory: IDBFactory,
  mode: 'readonly' | 'readwrite',
  durability: IDBTransactionDurability,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(factory);
  try {
    return await inTransaction(database, mode, durability, work);
  } finally {
    database.close();
  }
}
