/** A file that is still to be uploaded. */
export interface KeptUpload {
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly file: Blob;
  /** Where it belongs, as a relative position of Yjs in JSON. */
  readonly anchor: unknown;
  /** The picture as it was where it came from, with its caption, in JSON; it lacks nothing but its address. */
  readonly picture?: unknown;
}

/** The files of this device that the server has not got yet. */
export interface KeptUploads {
  /** Rejects if the browser can't keep it. */
  put(upload: KeptUpload): Promise<void>;
  delete(id: string): Promise<void>;
  get(id: string): Promise<KeptUpload | null>;
  idsOf(document: string): Promise<readonly string[]>;
}

const DATABASE = 'indelible-uploads';
const STORE = 'uploads';
const BY_DOCUMENT = 'document';

/** Keeps them in a database of their own: they are large, and of no use to what keeps words. */
export const keptUploads = (factory: IDBFactory): KeptUploads => ({
  put: async (upload) => {
    await within(factory, 'readwrite', (store) => store.put(upload));
  },
  delete: async (id) => {
    await within(factory, 'readwrite', (store) => store.delete(id));
  },
  get: async (id) => parse(await within<unknown>(factory, 'readonly', (store) => store.get(id))),
  idsOf: async (document) => {
    const keys = await within(factory, 'readonly', (store) =>
      store.index(BY_DOCUMENT).getAllKeys(document),
    );
    return keys.filter((key) => typeof key === 'string');
  },
});

async function within<T>(
  factory: IDBFactory,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open(factory);
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      const fail = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', fail);
    });
  } finally {
    database.close();
  }
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => {
      const store = request.result.createObjectStore(STORE, { keyPath: 'id' });
      store.createIndex(BY_DOCUMENT, 'document');
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new DOMException('no database')),
    );
  });
}

function parse(row: unknown): KeptUpload | null {
  if (typeof row !== 'object' || row === null) return null;
  const { id, document, name, file, anchor, picture } = row as Record<string, unknown>;
  if (typeof id !== 'string' || typeof document !== 'string' || typeof name !== 'string')
    return null;
  return file instanceof Blob ? { id, document, name, file, anchor, picture } : null;
}
