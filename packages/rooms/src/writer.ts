import type { DocumentId } from '@indelible/protocol';
import type { Append, Appended, UpdateLog } from '@indelible/store';
import { mergeUpdates, type Entry, type Position } from '@indelible/sync';

import type { Clock } from './clock.ts';
import type { Head } from './head.ts';
import type { Logger } from './logger.ts';
import type { Autosave, Commit, DirtyDocument } from './numbers.ts';
import type { RoomsSettings } from './settings.ts';

/** What the writer needs of an open room. */
export interface WritableRoom {
  readonly document: DocumentId;
  /** Empty while the document has never been stored. */
  readonly epoch: string;
  unsaved(): readonly Entry[];
  /** Everything through `through` is on disk, the last of it in row `head`. */
  stored(through: Position, head: Head): void;
  /** The document on disk is another one by now: nothing of this room was stored (I9). */
  replaced(): void;
}

export interface WriterOptions {
  readonly log: UpdateLog;
  readonly clock: Clock;
  /** From 0 up to 1; for spreading retries. */
  readonly random: () => number;
  readonly settings: RoomsSettings;
  readonly logger: Logger;
  /** Called after every failed commit, and when one works again. */
  readonly onHealth: (isHealthy: boolean) => void;
}

interface Taken {
  readonly room: WritableRoom;
  readonly through: Position;
  readonly updates: number;
  readonly rows: number;
}

/**
 * The autosave: brings the durable cursor of every room to its head. One commit is in flight at a
 * time and takes whatever is dirty when it starts: all rooms in one transaction, one row per room and
 * author. Nothing is acknowledged before, and nothing is given up after a failure.
 */
export class Writer implements Autosave {
  readonly #options: WriterOptions;
  /** Rooms with entries that no commit has taken yet, and when the oldest of those came in. */
  #dirty = new Map<WritableRoom, number>();
  /** The same for the commit in flight. */
  #inFlight: ReadonlyMap<WritableRoom, number> = new Map();
  /** When the oldest entry that no commit has taken yet came in. */
  #firstAt: number | null = null;
  #lastAt = 0;
  #failures = 0;
  #cancelTimer: (() => void) | null = null;
  #commit: Promise<void> | null = null;
  readonly #listeners: ((commit: Commit) => void)[] = [];

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** False from a failed commit until one that works. */
  get isHealthy(): boolean {
    return this.#failures === 0;
  }

  get interval(): Autosave['interval'] {
    const { debounce, maxWait } = this.#options.settings;
    return { debounce, maxWait };
  }

  /** Says that a room has new entries. */
  touch(room: WritableRoom): void {
    this.#lastAt = this.#options.clock.now();
    if (!this.#dirty.has(room)) this.#dirty.set(room, this.#lastAt);
    this.#firstAt ??= this.#lastAt;
    if (this.#failures === 0) this.#schedule();
  }

  /**
   * Commits everything that is dirty now, without waiting for the debounce.
   *
   * @throws {StoreError} if that did not work; the entries stay dirty and are tried again.
   */
  async flush(): Promise<void> {
    // The commit in flight may have begun before the last entries came …
    if (this.#commit !== null) await this.#commit.catch(() => {});
    // … but the next one has them, even if somebody else has begun it by now.
    if (this.#commit !== null || this.#dirty.size > 0) await this.#start();
  }

  onCommit(listener: (commit: Commit) => void): void {
    this.#listeners.push(listener);
  }

  dirty(): DirtyDocument[] {
    // A room may be in both; what is in flight is older.
    const since = new Map([...this.#dirty, ...this.#inFlight]);
    return Array.from(since, ([{ document }, at]) => ({ document, since: at }));
  }

  #schedule(): void {
    if (this.#commit !== null || this.#cancelTimer !== null || this.#firstAt === null) return;
    const { clock } = this.#options;
    this.#wait(Math.max(0, this.#dueAt() - clock.now()), () => {
      // Entries may have come since the timer was set.
      if (this.#dueAt() > clock.now()) this.#schedule();
      else this.#startInBackground();
    });
  }

  #dueAt(): number {
    const { debounce, maxWait } = this.#options.settings;
    return Math.min(this.#lastAt + debounce, (this.#firstAt ?? this.#lastAt) + maxWait);
  }

  #wait(delay: number, task: () => void): void {
    this.#cancelTimer = this.#options.clock.after(delay, () => {
      this.#cancelTimer = null;
      task();
    });
  }

  /** The failure is dealt with in `#fail`; there is nobody to tell. */
  #startInBackground(): void {
    this.#start().catch(() => {});
  }

  #start(): Promise<void> {
    if (this.#commit !== null) return this.#commit;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#commit = this.#run().finally(() => {
      this.#commit = null;
      if (this.#failures === 0) this.#schedule();
      else this.#scheduleRetry();
    });
    return this.#commit;
  }

  async #run(): Promise<void> {
    const { log, clock } = this.#options;
    // One time for rows and places: whoever comes back to a place is told from its row by it.
    const at = clock.now();
    const { batch, taken } = this.#takeAll(at);
    if (batch.length === 0) {
      this.#inFlight = new Map();
      return;
    }
    let appended: readonly Appended[];
    try {
      appended = await log.append(batch);
    } catch (error) {
      this.#tell(at, taken, batch, error instanceof Error ? error.message : String(error));
      this.#fail(error);
      throw error;
    }
    this.#tell(at, taken, batch, null);
    this.#succeed(taken, appended, at);
  }

  #tell(at: number, taken: readonly Taken[], batch: readonly Append[], error: string | null): void {
    const commit: Commit = {
      at,
      duration: Math.max(0, this.#options.clock.now() - at),
      documents: taken.length,
      updates: taken.reduce((sum, { updates }) => sum + updates, 0),
      rows: batch.length,
      bytes: batch.reduce((sum, { update }) => sum + update.length, 0),
      error,
    };
    for (const listener of this.#listeners) listener(commit);
  }

  #takeAll(at: number): { batch: Append[]; taken: Taken[] } {
    const batch: Append[] = [];
    const taken: Taken[] = [];
    for (const room of this.#dirty.keys()) {
      const entries = room.unsaved();
      const last = entries.at(-1);
      if (last === undefined) continue;
      const byAuthor = Map.groupBy(entries, ({ author }) => author);
      for (const [author, own] of byAuthor) {
        const update = mergeUpdates(own.map((entry) => entry.update));
        const { document, epoch } = room;
        batch.push({ document, author, at, update, ...(epoch !== '' && { epoch }) });
      }
      const { position: through } = last;
      taken.push({ room, through, updates: entries.length, rows: byAuthor.size });
    }
    this.#inFlight = this.#dirty;
    this.#dirty = new Map();
    this.#firstAt = null;
    return { batch, taken };
  }

  #succeed(taken: readonly Taken[], appended: readonly Appended[], at: number): void {
    this.#inFlight = new Map();
    let row = 0;
    for (const { room, through, rows } of taken) {
      row += rows;
      const last = appended[row - 1];
      if (last === undefined) throw new Error('the store did not answer for every row');
      if (last.seq === null) room.replaced();
      else room.stored(through, { epoch: last.epoch, seq: last.seq, at });
    }
    if (this.#failures > 0) {
      this.#failures = 0;
      this.#options.logger.info({}, 'saving works again');
      this.#options.onHealth(true);
    }
  }

  #fail(error: unknown): void {
    this.#dirty = new Map([...this.#dirty, ...this.#inFlight]);
    this.#inFlight = new Map();
    this.#firstAt ??= this.#options.clock.now();
    this.#failures += 1;
    this.#options.logger.error({ err: error, failures: this.#failures }, 'could not save');
    this.#options.onHealth(false);
  }

  #scheduleRetry(): void {
    const { retryFirst, retryMost } = this.#options.settings;
    const longest = Math.min(retryMost, retryFirst * 2 ** (this.#failures - 1));
    this.#wait(Math.ceil(longest * (0.5 + this.#options.random() / 2)), () =>
      this.#startInBackground(),
    );
  }
}
