/**
 * One database for all documents of this origin, so that they can be listed. Tabs share it.
 *
 *     documents       one `DocumentRow` per document
 *     updates         `UpdateRow`s; key: number of the row
 *     unacknowledged  `MarkerRow`s; key: number of the marker. "Something was written that the server
 *                     has not said to be on its disk." Kept apart, so that it outlives folding.
 */
const STORES = ['documents', 'updates', 'unacknowledged'] as const;
type StoreName = (typeof STORES)[number];

const VERSION = 1;

/** The index on `updates` and `unacknowledged`. */
const BY_DOCUMENT = 'document';

const DATABASE = 'indelible';

/** The stores inside one transaction. */
export type Stores = Readonly<Record<StoreName, IDBObjectStore>>;

export interface DocumentRow {
  readonly document: string;
  /** New whenever the copy starts from nothing: whoever holds another one must write all it has. */
  readonly generation: string;
  /** Null until the server has told. */
  readonly epoch: string | null;
  /** True once everything that the server had was in here. */
  readonly complete: boolean;
  /** Made on this device; no server is known to have it. */
  readonly isNew: boolean;
}

export interface UpdateRow {
  readonly key: number;
  readonly update: Uint8Array;
}

/** @throws {DOMException} if the browser won't have it, another version is open, or after an abort. */
export function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, VERSION);
    request.addEventListener('upgradeneeded', () => createStores(request.result));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(errorOf(request)));
    request.addEventListener('blocked', () => reject(new DOMException('blocked', 'AbortError')));
  });
}

function createStores(database: IDBDatabase): void {
  database.createObjectStore('documents', { keyPath: 'document' });
  for (const name of ['updates', 'unacknowledged']) {
    const store = database.createObjectStore(name, { keyPath: 'key', autoIncrement: true });
    store.createIndex(BY_DOCUMENT, 'document');
  }
}

/**
 * Runs `work` in one transaction over all stores and waits for the commit. `work` may await nothing but
 * requests of that transaction; if it throws, nothing has happened.
 *
 * @throws {DOMException} on a failed commit; whatever `work` throws.
 */
export async function inTransaction<T>(
  database: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  durability: IDBTransactionDurability,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(STORES, mode, { durability });
  const stores: Stores = {
    documents: transaction.objectStore('documents'),
    updates: transaction.objectStore('updates'),
    unacknowledged: transaction.objectStore('unacknowledged'),
  };
  const [result] = await Promise.all([
    work(stores).catch((error: unknown) => {
      abort(transaction);
      // Of a transaction that failed by itself only the transaction knows why: a full disk, for one.
      throw transaction.error ?? error;
    }),
    committed(transaction),
  ]);
  return result;
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(errorOf(transaction)));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already, by the same failure.
  }
}

/** @throws {DOMException} */
function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(errorOf(request)));
  });
}

const errorOf = ({ error }: { readonly error: DOMException | null }): DOMException =>
  error ?? new DOMException('aborted', 'AbortError');

/** Null if there is no row, or none that we could have written. */
export async function readDocument(
  { documents }: Stores,
  document: string,
): Promise<DocumentRow | null> {
  return parseDocument(await answerTo<unknown>(documents.get(document)));
}

/** The documents that have a row. */
export async function readDocuments({ documents }: Stores): Promise<readonly DocumentRow[]> {
  const rows = await answerTo<unknown[]>(documents.getAll());
  return rows.map(parseDocument).filter((row) => row !== null);
}

/** In the order in which they were written. */
export async function readUpdates(
  { updates }: Stores,
  document: string,
): Promise<readonly UpdateRow[]> {
  const rows = await answerTo<unknown[]>(updates.index(BY_DOCUMENT).getAll(document));
  return rows.map(parseUpdate).filter((row) => row !== null);
}

/** Keys of the rows of `document`. */
export async function readKeys(store: IDBObjectStore, document: string): Promise<number[]> {
  const keys = await answerTo(store.index(BY_DOCUMENT).getAllKeys(document));
  return keys.filter((key) => typeof key === 'number');
}

/** The documents that have a marker. */
export async function readMarked({ unacknowledged }: Stores): Promise<ReadonlySet<string>> {
  const rows = await answerTo<unknown[]>(unacknowledged.getAll());
  return new Set(rows.flatMap((row) => parseMarker(row) ?? []));
}

export const addUpdate = (
  { updates }: Stores,
  document: string,
  update: Uint8Array,
): Promise<IDBValidKey> => answerTo(updates.add({ document, update }));

/** @returns the key of the marker. */
export async function addMarker({ unacknowledged }: Stores, document: string): Promise<number> {
  const key = await answerTo(unacknowledged.add({ document }));
  if (typeof key !== 'number') throw new TypeError('the keys of markers are numbers');
  return key;
}

export async function removeAll(store: IDBObjectStore, keys: readonly number[]): Promise<void> {
  await Promise.all(keys.map((key) => answerTo(store.delete(key))));
}

function parseDocument(row: unknown): DocumentRow | null {
  if (typeof row !== 'object' || row === null) return null;
  const { document, generation, epoch, complete, isNew } = row as Record<string, unknown>;
  if (typeof document !== 'string' || typeof generation !== 'string') return null;
  return {
    document,
    generation,
    epoch: typeof epoch === 'string' ? epoch : null,
    complete: complete === true,
    isNew: isNew === true,
  };
}

function parseMarker(row: unknown): string | null {
  if (typeof row !== 'object' || row === null) return null;
  const { document } = row as Record<string, unknown>;
  return typeof document === 'string' ? document : null;
}

function parseUpdate(row: unknown): UpdateRow | null {
  if (typeof row !== 'object' || row === null) return null;
  const { key, update } = row as Record<string, unknown>;
  return typeof key === 'number' && update instanceof Uint8Array ? { key, update } : null;
}
