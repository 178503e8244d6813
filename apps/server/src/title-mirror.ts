import type { DocumentId } from '@indelible/protocol';
import type { Clock, Logger } from '@indelible/rooms';
import type { Catalog, UpdateLog } from '@indelible/store';

import type { DocumentJobs } from './document-jobs.ts';

export interface TitleMirrorOptions {
  readonly catalog: Catalog;
  readonly jobs: DocumentJobs;
  readonly clock: Clock;
  readonly logger: Logger;
  /** All of a document, as `Rooms.read` gives it. */
  readonly read: (document: DocumentId) => Promise<readonly Uint8Array[]>;
}

/** Milliseconds from a commit to the list, for a document that is quickly read. */
const SHORTEST_DELAY = 1_000;
/** A document that takes long to read is read less often: at most this share of the time. */
const READING_SHARE = 1 / 20;

/**
 * Keeps what the list says of a document (its title, when it was edited) like the document itself. It
 * lags a second behind, and may lose that second in a crash: opening the document makes it good.
 */
export class TitleMirror {
  readonly #options: TitleMirrorOptions;
  /** Documents that are to be read, and when they were last edited. */
  readonly #waiting = new Map<DocumentId, number | null>();
  #running: Promise<void> | null = null;
  #cancelTimer: (() => void) | null = null;
  #delay = SHORTEST_DELAY;

  constructor(options: TitleMirrorOptions) {
    this.#options = options;
  }

  /**
   * Says that a document changed.
   *
   * @param editedAt milliseconds since 1970; null if it may only have changed.
   */
  touch(document: DocumentId, editedAt: number | null): void {
    this.#waiting.set(document, editedAt ?? this.#waiting.get(document) ?? null);
    this.#schedule();
  }

  /** Reads what is waiting now, after what is being read. Never rejects: what could not be mirrored is reported. */
  flush(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const former = this.#running ?? Promise.resolve();
    const running = former
      .then(() => this.#run())
      .finally(() => {
        if (this.#running !== running) return;
        this.#running = null;
        // What changed while others were read, or while it was read itself.
        this.#schedule();
      });
    this.#running = running;
    return running;
  }

  #schedule(): void {
    const isComing = this.#running !== null || this.#cancelTimer !== null;
    if (isComing || this.#waiting.size === 0) return;
    this.#cancelTimer = this.#options.clock.after(this.#delay, () => {
      this.#cancelTimer = null;
      void this.flush();
    });
  }

  async #run(): Promise<void> {
    const { clock, logger } = this.#options;
    const waiting = Array.from(this.#waiting);
    this.#waiting.clear();
    const begun = clock.now();
    for (const [document, editedAt] of waiting) {
      try {
        await this.#mirror(document, editedAt);
      } catch (error) {
        logger.warn({ err: error, document }, 'could not read the title');
      }
    }
    this.#delay = Math.max(SHORTEST_DELAY, (clock.now() - begun) / READING_SHARE);
  }

  async #mirror(document: DocumentId, editedAt: number | null): Promise<void> {
    const { catalog, jobs, read } = this.#options;
    const entry = await catalog.find(document);
    if (entry === null) return;
    const { title } = await jobs.run({ type: 'read', parts: await read(document) });
    const at = editedAt ?? entry.editedAt;
    if (title !== entry.title || at !== entry.editedAt) await catalog.mirror(document, title, at);
  }
}

/** The same log, with the mirror told of what is opened and committed through it. */
export const mirrored = (log: UpdateLog, mirror: () => TitleMirror): UpdateLog => ({
  load: async (document) => {
    const stored = await log.load(document);
    const last = stored?.rows.at(-1);
    if (last !== undefined) mirror().touch(document, last.at);
    return stored;
  },
  append: async (batch) => {
    const appended = await log.append(batch);
    for (const { document, at } of batch) mirror().touch(document, at);
    return appended;
  },
  readAfter: (document, seq) => log.readAfter(document, seq),
  compact: (document, expected, snapshot) => log.compact(document, expected, snapshot),
  [Symbol.asyncDispose]: () => log[Symbol.asyncDispose](),
});
