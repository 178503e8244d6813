import type { DocumentId } from '@indelible/protocol';
import type {
  Append,
  CatalogEntry,
  Compaction,
  Content,
  FoundDocument,
  LoggedUpdate,
  NewDocument,
  Outdated,
  Seq,
  StoreErrorCode,
} from '@indelible/store';

import type { Packed } from './packed.ts';
import type { Added } from './update-log-writer.ts';

/** What the thread that owns the write connection does. */
export interface WriterCalls {
  /** Null for a row of another epoch. */
  append(batch: PackedRows<Omit<Append, 'update'>>): readonly (Added | null)[];
  compact(document: DocumentId, expected: Seq, snapshot: PackedCompaction): boolean;
  create(document: NewDocument): CatalogEntry;
  mirror(id: DocumentId, title: string, editedAt: number): boolean;
  remove(id: DocumentId, at: number): boolean;
  restore(id: DocumentId): CatalogEntry | null;
  index(id: DocumentId, seq: Seq, content: Content): boolean;
}

/** What the thread that owns the read connection does. */
export interface ReaderCalls {
  load(document: DocumentId): PackedDocument | null;
  readAfter(document: DocumentId, seq: Seq): PackedRows<StoredRow>;
  find(id: DocumentId): CatalogEntry | null;
  list(): readonly CatalogEntry[];
  indexedThrough(id: DocumentId): Seq;
  search(query: string, limit: number): readonly FoundDocument[];
  outdated(from: number, limit: number): Outdated;
}

export type StoredRow = Omit<LoggedUpdate, 'update' | 'document'>;

/** Rows without their updates, and the updates in the same order. */
export interface PackedRows<Row> {
  readonly rows: readonly Row[];
  readonly updates: Packed;
}

export interface PackedSnapshot {
  readonly seq: Seq;
  /** `update`, `stateVector`, `deleteSet`. */
  readonly parts: Packed;
}

export type PackedCompaction = PackedSnapshot & Pick<Compaction, 'epoch'>;

export interface PackedDocument {
  readonly epoch: string;
  readonly at: number;
  readonly snapshot: PackedSnapshot | null;
  readonly tail: PackedRows<StoredRow>;
}

/** Main thread → worker. Id 0 is the opening; `null` instead of a request: finish and go. */
export interface Request {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Worker → main thread. */
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure };

/** A `StoreError` as it crosses between threads. */
export interface Failure {
  readonly code: StoreErrorCode;
  readonly message: string;
}
