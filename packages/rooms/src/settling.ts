import type { DocumentId } from '@indelible/protocol';
import type { Seq, UpdateLog } from '@indelible/store';
import type { Position } from '@indelible/sync';

import type { Clock } from './clock.ts';
import type { Compactor } from './compactor.ts';
import type { Logger } from './logger.ts';
import type { RunningTotals } from './numbers.ts';
import type { RoomsSettings } from './settings.ts';
import type { Fold } from './snapshot.ts';

/** What settling needs of a room. */
export interface SettlingRoom {
  /** Of what is on disk. */
  epoch(): string;
  /** What is on disk, and up to where that is. */
  storedParts(): { readonly through: Position; readonly parts: readonly Uint8Array[] };
  /** What is on disk is one snapshot now. */
  rebase(fold: Fold, through: Position): void;
}

export interface SettlingOptions {
  readonly document: DocumentId;
  readonly log: UpdateLog;
  readonly compactor: Compactor;
  readonly clock: Clock;
  readonly settings: RoomsSettings;
  readonly logger: Logger;
  readonly totals: RunningTotals;
  /** Called with the last row on disk each time the document has settled. Must not throw. */
  readonly onSettled: (document: DocumentId, seq: Seq) => void;
}

/** The rows of a document when its room is opened. */
export interface SettlingRows {
  readonly seq: Seq;
  readonly snapshotSeq: Seq;
}

/**
 * Settles a document that was quiet for a while, has a long tail or was left by everybody: folds its rows
 * into a snapshot in a worker thread, puts that in place and says so.
 */
export class Settling {
  readonly #options: SettlingOptions;
  readonly #room: SettlingRoom;
  #seq: Seq;
  #snapshotSeq: Seq;
  /** The row at which it last began to settle. */
  #settledSeq: Seq;
  #running: Promise<void> | null = null;
  /** Set when the document could not be folded: it is served from its rows and not tried again. */
  #isQuarantined = false;
  #cancelQuiet: (() => void) | null = null;
  #cancelLeft: (() => void) | null = null;

  constructor(options: SettlingOptions, room: SettlingRoom, { seq, snapshotSeq }: SettlingRows) {
    this.#options = options;
    this.#room = room;
    this.#seq = seq;
    this.#snapshotSeq = snapshotSeq;
    this.#settledSeq = snapshotSeq;
  }

  get isQuarantined(): boolean {
    return this.#isQuarantined;
  }

  /** Everything through this row is on disk. */
  stored(seq: Seq): void {
    const { clock, settings } = this.#options;
    this.#seq = seq;
    this.#cancelQuiet?.();
    this.#cancelQuiet = clock.after(settings.settleAfter, () => void this.settle());
    const isLong = seq - this.#snapshotSeq >= settings.settleRows;
    if (isLong && !this.#isQuarantined && this.#running === null) void this.settle();
  }

  /** There is nobody, and everything is on disk; may be said again. */
  left(): void {
    if (this.#cancelLeft !== null || this.#seq === this.#settledSeq) return;
    const { clock, settings } = this.#options;
    this.#cancelLeft = clock.after(settings.settleLeft, () => {
      this.#cancelLeft = null;
      void this.settle();
    });
  }

  /** There is somebody again. */
  joined(): void {
    this.#cancelLeft?.();
    this.#cancelLeft = null;
  }

  /**
   * Folds all that is on disk into a snapshot and puts that in place. Never fails: a document that can't be
   * folded is reported and stays as it is.
   */
  async settle(): Promise<void> {
    this.dispose();
    // What is under way may have begun before the last rows came.
    if (this.#running !== null) await this.#running;
    this.#running ??= this.#settle().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** Calls off everything that is timed. */
  dispose(): void {
    this.#cancelQuiet?.();
    this.#cancelQuiet = null;
    this.joined();
  }

  async #settle(): Promise<void> {
    const seq = this.#seq;
    this.#settledSeq = seq;
    if (!this.#isQuarantined && seq > this.#snapshotSeq) await this.#compact(seq);
    if (seq > 0) this.#options.onSettled(this.#options.document, seq);
  }

  async #compact(seq: Seq): Promise<void> {
    const { document, compactor, log, logger, totals } = this.#options;
    const { through, parts } = this.#room.storedParts();
    const epoch = this.#room.epoch();
    const fold = await compactor.run(parts).catch((error: unknown) => {
      this.#isQuarantined = true;
      totals.compactionsFailed += 1;
      logger.error({ err: error, document }, 'could not compact the document');
      return null;
    });
    if (fold === null) return;
    try {
      if (!(await log.compact(document, this.#snapshotSeq, { seq, epoch, ...fold }))) return;
      this.#snapshotSeq = seq;
      this.#room.rebase(fold, through);
      totals.compactions += 1;
    } catch (error) {
      totals.compactionsFailed += 1;
      // The rows are still there; the next time the document settles it is tried again.
      logger.warn({ err: error, document }, 'could not store a snapshot');
    }
  }
}
