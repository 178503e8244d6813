import { ownIndexedDB } from './environment.ts';
import {
  inTransaction,
  openDatabase,
  readDocuments,
  readKeys,
  removeAll,
  type Stores,
} from './local-database.ts';

/**
 * The documents that open on this device without the server; none if the browser keeps nothing.
 *
 * @throws {DOMException} if the browser's database can't be read.
 */
export async function listLocalDocuments(
  factory: IDBFactory | null = ownIndexedDB(),
): Promise<readonly string[]> {
  if (factory === null) return [];
  const rows = await withStores(factory, 'readonly', readDocuments);
  return rows.filter(({ complete }) => complete).map(({ document }) => document);
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
  await withStores(factory, 'readwrite', async ({ documents, updates, unacknowledged }) => {
    documents.delete(document);
    await removeAll(updates, await readKeys(updates, document));
    await removeAll(unacknowledged, await readKeys(unacknowledged, document));
  });
}

async function withStores<T>(
  factory: IDBFactory,
  mode: 'readonly' | 'readwrite',
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(factory);
  try {
    return await inTransaction(database, mode, 'default', work);
  } finally {
    database.close();
  }
}
