import * as Y from 'yjs';

import {
  addMarker,
  addUpdate,
  inTransaction,
  openDatabase,
  readDocument,
  readKeys,
  readUpdates,
  removeAll,
  type DocumentRow,
  type Stores,
} from './local-database.ts';

/** What this device has of a document. */
export interface LocalCopy {
  readonly epoch: string | null;
  /** False if it is only what was typed before the server had been heard. */
  readonly complete: boolean;
  /** Made on this device; no server is known to have it. */
  readonly isNew: boolean;
  /** Updates, format V1, in the order in which they were written. */
  readonly updates: readonly Uint8Array[];
  /** Markers of work that was never acknowledged; all of it is in `updates`. */
  readonly markers: readonly number[];
}

/** What goes into one transaction. */
export interface LocalBatch {
  /** Other people's work. */
  readonly remote: Uint8Array | null;
  /** This page's own, not acknowledged yet. */
  readonly local: Uint8Array | null;
  /** Markers that are done. */
  readonly acknowledged: readonly number[];
  readonly epoch: string | null;
  readonly complete: boolean;
  /** False once a server is known to have the document. */
  readonly isNew: boolean;
  /** Something in the document has not been acknowledged. */
  readonly unacknowledged: boolean;
  /** True: wait for the disk, not only for the operating system. */
  readonly strict: boolean;
  /** The whole document, for a log that has lost what the batch builds on; null if there is nothing. */
  readonly whole: () => Uint8Array | null;
}

export interface LocalAppend {
  /** The marker for what is unacknowledged in it; null if nothing is. */
  readonly marker: number | null;
}

/** The device's copy was made from another history of the document; nothing was written to it. */
export class OtherEpoch extends Error {
  readonly code = 'OTHER_EPOCH';
}

/**
 * The append-only log of one document in this browser. Several tabs may have the same one open: rows
 * are only ever added, or folded inside the one transaction that read them.
 *
 * Every method rejects with a `DOMException` if the browser can't or won't.
 */
export interface LocalLog {
  /** Null if there is nothing on this device. */
  load(): Promise<LocalCopy | null>;
  /** @throws {OtherEpoch} */
  append(batch: LocalBatch): Promise<LocalAppend>;
  /** Makes one row of all there are, if there are more than `maxRows`. */
  fold(maxRows: number): Promise<void>;
  close(): void;
}

export function createLocalLog(factory: IDBFactory, document: string): LocalLog {
  let opening: Promise<IDBDatabase> | null = null;
  let generation: string | null = null;

  const forget = (): void => {
    opening = null;
  };
  const database = (): Promise<IDBDatabase> => {
    opening ??= openDatabase(factory).then(
      (opened) => {
        // Cleared by the person, or wanted by a newer version of the page: let go, open again later.
        opened.addEventListener('versionchange', () => (opened.close(), forget()));
        opened.addEventListener('close', forget);
        return opened;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    return opening;
  };
  const run = async <T>(
    mode: 'readonly' | 'readwrite',
    durability: IDBTransactionDurability,
    work: (stores: Stores) => Promise<T>,
  ): Promise<T> => inTransaction(await database(), mode, durability, work);

  return {
    async load() {
      const read = await run('readonly', 'default', (stores) => readCopy(stores, document));
      generation = read?.row.generation ?? null;
      return read?.copy ?? null;
    },

    async append(batch) {
      const durability = batch.strict ? 'strict' : 'relaxed';
      const written = await run('readwrite', durability, (stores) =>
        write(stores, document, generation, batch),
      );
      generation = written.generation;
      return { marker: written.marker };
    },

    fold: (maxRows) => run('readwrite', 'relaxed', (stores) => foldRows(stores, document, maxRows)),

    close() {
      void opening?.then(
        (opened) => opened.close(),
        () => undefined,
      );
      forget();
    },
  };
}

async function readCopy(
  stores: Stores,
  document: string,
): Promise<{ readonly row: DocumentRow; readonly copy: LocalCopy } | null> {
  const row = await readDocument(stores, document);
  if (row === null) return null;
  const updates = await readUpdates(stores, document);
  const markers = await readKeys(stores.unacknowledged, document);
  const { epoch, complete, isNew } = row;
  const copy = { epoch, complete, isNew, markers, updates: updates.map(({ update }) => update) };
  return { row, copy };
}

async function write(
  stores: Stores,
  document: string,
  generation: string | null,
  batch: LocalBatch,
): Promise<{ readonly generation: string; readonly marker: number | null }> {
  const known = await readSameHistory(stores, document, batch.epoch);
  const row: DocumentRow = {
    document,
    generation: known?.generation ?? crypto.randomUUID(),
    epoch: known?.epoch ?? batch.epoch,
    complete: known?.complete === true || batch.complete,
    isNew: (known?.isNew ?? true) && batch.isNew,
  };
  if (!isSame(known, row)) stores.documents.put(row);
  await removeAll(stores.unacknowledged, batch.acknowledged);
  // Someone deleted the copy since, or there never was one: what we would add builds on nothing.
  const isWhole = row.generation !== generation;
  const updates = isWhole ? [batch.whole()] : [batch.remote, batch.local];
  for (const update of updates) {
    if (update !== null) await addUpdate(stores, document, update);
  }
  const isMarked = isWhole ? batch.unacknowledged : batch.local !== null;
  const marker = isMarked ? await addMarker(stores, document) : null;
  return { generation: row.generation, marker };
}

/** @throws {OtherEpoch} unless the copy of the other history is an empty one. */
async function readSameHistory(
  stores: Stores,
  document: string,
  epoch: string | null,
): Promise<DocumentRow | null> {
  const known = await readDocument(stores, document);
  if (known === null || known.epoch === null || known.epoch === epoch) return known;
  if ((await readUpdates(stores, document)).length === 0) return null;
  if (epoch === null) return known;
  throw new OtherEpoch(`the local copy has epoch ${known.epoch}, not ${epoch}`);
}

const isSame = (a: DocumentRow | null, b: DocumentRow): boolean =>
  a !== null &&
  a.generation === b.generation &&
  a.epoch === b.epoch &&
  a.complete === b.complete &&
  a.isNew === b.isNew;

async function foldRows(stores: Stores, document: string, maxRows: number): Promise<void> {
  const rows = await readUpdates(stores, document);
  if (rows.length <= maxRows) return;
  await addUpdate(stores, document, folded(rows.map(({ update }) => update)));
  await removeAll(
    stores.updates,
    rows.map(({ key }) => key),
  );
}

/** Through a document, because that also drops what has been deleted; throws on a damaged row. */
function folded(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
}
