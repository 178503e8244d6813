import type { DocumentId } from '@indelible/protocol';

/** Number of a stored row: 1, 2, 3, … per document, without holes. 0 is "nothing yet". */
export type Seq = number;

/** One commit's worth of one author's work on one document. */
export interface Append {
  readonly document: DocumentId;
  /** Who wrote it, as far as the server knows; empty if it doesn't. */
  readonly author: string;
  /** Milliseconds since 1970, for people to read; order comes from `seq` alone. */
  readonly at: number;
  /** Yjs update, format V1. */
  readonly update: Uint8Array;
  /** What the row builds on: then it is stored in no other epoch of the document (I9). */
  readonly epoch?: string;
}

export type Appended =
  | { readonly document: DocumentId; readonly epoch: string; readonly seq: Seq }
  /** The row was for an epoch that is over, and was not stored. */
  | { readonly document: DocumentId; readonly epoch: null; readonly seq: null };

export interface LoggedUpdate extends Omit<Append, 'epoch'> {
  readonly seq: Seq;
}

/** The fold of all rows up to and including `seq`; a cache, never the truth. */
export interface Snapshot {
  readonly seq: Seq;
  /** Yjs update, format V1. */
  readonly update: Uint8Array;
  /** Encoded state vector of `update`, stored so that opening decodes nothing. */
  readonly stateVector: Uint8Array;
  /** Encoded delete set of `update`. */
  readonly deleteSet: Uint8Array;
}

/** A snapshot to be put in place. */
export interface Compaction extends Snapshot {
  /** As for `Append`: the snapshot of one epoch is none of another. */
  readonly epoch?: string;
}

export interface StoredDocument {
  /** Changes when the document is wiped or restored. Other copies must not be merged into it. */
  readonly epoch: string;
  /** `at` of the newest row; 0 if that is not there any more. */
  readonly at: number;
  readonly snapshot: Snapshot | null;
  /** The rows after the snapshot, in order. */
  readonly rows: readonly LoggedUpdate[];
}

/**
 * What must survive. Rows are only ever added; folding them into a snapshot keeps them as history.
 *
 * Every method rejects with a `StoreError`; a resolved promise means that it is on disk. The caller
 * keeps its byte arrays and gets arrays of its own, which nobody else changes. Disposing finishes
 * what was asked, then closes the whole store; every later call rejects with `closed`.
 */
export interface UpdateLog extends AsyncDisposable {
  /**
   * The newest good snapshot and all rows after it; null if the document has never been written to.
   * A damaged snapshot is passed over in favour of an older one (or none) and more rows. If nothing
   * whole remains it rejects with `corrupt`: never an empty or shorter document (I4).
   */
  load(document: DocumentId): Promise<StoredDocument | null>;

  /**
   * Appends rows to any number of documents in one transaction: all of them or none, but for rows of
   * another epoch than their document's, which are left out. A document that does not exist yet is
   * made, with a new epoch, unless the row names one. The results are in the order of the batch. A
   * row that can never be stored rejects with `invalid`, see `assertStorable`.
   */
  append(batch: readonly Append[]): Promise<readonly Appended[]>;

  /** All rows with a greater seq, in order, folded ones included. */
  readAfter(document: DocumentId, seq: Seq): Promise<readonly LoggedUpdate[]>;

  /**
   * Puts `snapshot` (the fold of everything through `snapshot.seq`) in place if the newest good
   * snapshot is still the one at `expected` (0: there is none). The folded rows stay as history, and
   * the good snapshot before it is kept. Rejects with `invalid` if `snapshot.seq` is not after
   * `expected` or is past the head.
   *
   * @returns false if somebody else was first, or the epoch is over; then nothing has changed.
   */
  compact(document: DocumentId, expected: Seq, snapshot: Compaction): Promise<boolean>;
}
