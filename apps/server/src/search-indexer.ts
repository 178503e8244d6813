import type { DocumentId } from '@indelible/protocol';
import type { Clock, Logger } from '@indelible/rooms';
import type { Catalog, Outdated, Seq, StoredDocument, UpdateLog } from '@indelible/store';

import type { TextJobs } from './text-jobs.ts';

export interface SearchIndexerOptions {
  readonly catalog: Catalog;
  readonly log: UpdateLog;
  readonly jobs: TextJobs;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Documents looked at in one step while catching up. */
const STEP = 100;
/** Milliseconds between two of them that had to be read, at least … */
const SHORTEST_PAUSE = 20;
/** … and so many times as long as the last one took: catching up must not be noticed. */
const PAUSES = 4;

/**
 * Keeps the search's index like the documents: reads each that has settled, and in the background, from
 * the start, those that changed while nobody listened (an older release, a crash, a failure). One that
 * can't be read is reported and tried again when it settles next. Nothing ever waits for it.
 */
export class SearchIndexer implements AsyncDisposable {
  readonly #options: SearchIndexerOptions;
  /** Documents that have settled, and through which row. */
  readonly #waiting = new Map<DocumentId, Seq>();
  #running: Promise<void> | null = null;
  #catchingUp: Promise<void> | null = null;
  #endPause: (() => void) | null = null;
  #isClosed = false;
  #indexed = 0;
  #failed = 0;

  constructor(options: SearchIndexerOptions) {
    this.#options = options;
  }

  numbers(): { readonly indexed: number; readonly failed: number; readonly waiting: number } {
    return { indexed: this.#indexed, failed: this.#failed, waiting: this.#waiting.size };
  }

  /** Says that a document has rows through `seq`. Never throws. */
  touch(document: DocumentId, seq: Seq): void {
    if (this.#isClosed) return;
    this.#waiting.set(document, seq);
    this.#start();
  }

  /** Begins to look through all documents for what the index lacks; to be called once. */
  catchUp(): void {
    this.#catchingUp ??= this.#catchUp();
  }

  /** Finishes the document at hand; the others are found by `catchUp` at the next start. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    this.#endPause?.();
    await this.#running;
    await this.#catchingUp;
  }

  #start(): void {
    if (this.#isClosed || this.#waiting.size === 0) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      // One may have come in after the last had been taken.
      this.#start();
    });
  }

  async #run(): Promise<void> {
    // What comes in meanwhile is put at the end of what is gone through here.
    for (const [document, seq] of this.#waiting) {
      this.#waiting.delete(document);
      await this.#index(document, seq);
      if (this.#isClosed) return;
    }
  }

  async #catchUp(): Promise<void> {
    const { catalog, clock, logger } = this.#options;
    for (let from: number | null = 0; from !== null && !this.#isClosed;) {
      const step: Outdated = await catalog.outdated(from, STEP).catch((error: unknown) => {
        logger.warn({ err: error }, 'could not look for documents that can’t be found yet');
        return { documents: [], next: null };
      });
      for (const document of step.documents) {
        if (this.#isClosed) return;
        const begun = clock.now();
        await this.#index(document, Infinity);
        await this.#pause((clock.now() - begun) * PAUSES);
      }
      from = step.next;
    }
  }

  async #index(document: DocumentId, seq: Seq): Promise<void> {
    const { catalog, log, jobs, logger } = this.#options;
    try {
      if ((await catalog.indexedThrough(document)) >= seq) return;
      const stored = await log.load(document);
      if (stored === null) return;
      const content = await jobs.run(partsOf(stored));
      await catalog.index(document, headOf(stored), content);
      this.#indexed += 1;
    } catch (error) {
      this.#failed += 1;
      logger.warn({ err: error, document }, 'could not read the document for the search');
    }
  }

  async #pause(wanted: number): Promise<void> {
    if (this.#isClosed) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#options.clock.after(Math.max(SHORTEST_PAUSE, wanted), resolve);
    this.#endPause = resolve;
    await promise;
    cancel();
  }
}

const headOf = ({ snapshot, rows }: StoredDocument): Seq => rows.at(-1)?.seq ?? snapshot?.seq ?? 0;

function partsOf({ snapshot, rows }: StoredDocument): Uint8Array[] {
  const tail = rows.map(({ update }) => update);
  return snapshot === null ? tail : [snapshot.update, ...tail];
}
