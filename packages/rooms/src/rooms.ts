import { CloseCode, type DocumentId, type ServerStatus } from '@indelible/protocol';
import type { Seq, StoredDocument, UpdateLog } from '@indelible/store';
import type { Access } from '@indelible/sync';

import { systemClock, type Clock } from './clock.ts';
import type { Compactor } from './compactor.ts';
import type { Differ } from './differ.ts';
import type { SessionLine } from './lines.ts';
import type { Logger } from './logger.ts';
import { newTotals, sumRooms, type Autosave, type RoomsNumbers } from './numbers.ts';
import type { OpenRoom } from './open-room.ts';
import { ownParts, type RoomsParts } from './parts.ts';
import type { RoomSession } from './room-session.ts';
import { RoomSlots } from './room-slots.ts';
import { defaultRoomsSettings, type RoomsSettings } from './settings.ts';
import { Writer } from './writer.ts';

export interface RoomsOptions {
  readonly log: UpdateLog;
  readonly logger: Logger;
  readonly settings?: RoomsSettings;
  readonly clock?: Clock;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /**
   * Told of each document that has settled, open or just closing, with its last row on disk; perhaps
   * again when nothing has changed since. Also of one that can't be compacted. Must not throw.
   */
  readonly onSettled?: (document: DocumentId, seq: Seq) => void;
}

/** The server takes nobody in, because it is going away or can't save. Come back later. */
export class RoomsUnavailable extends Error {
  readonly code: CloseCode;
  constructor(code: CloseCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Somebody who waits for a document to be opened. */
interface Newcomer {
  readonly document: DocumentId;
  /** Why they can't have it any more. */
  evicted: RoomsUnavailable | null;
}

const TOO_MUCH_UNSAVED = 'too much is waiting to be saved';

/** All documents that people write in at the moment, and the autosave that writes for them. */
export class Rooms implements AsyncDisposable {
  readonly #log: UpdateLog;
  readonly #logger: Logger;
  readonly #settings: RoomsSettings;
  readonly #clock: Clock;
  readonly #writer: Writer;
  readonly #compactor: Compactor;
  readonly #differ: Differ;
  readonly #parts: RoomsParts;
  readonly #onSettled: (document: DocumentId, seq: Seq) => void;
  readonly #slots: RoomSlots;
  readonly #newcomers = new Set<Newcomer>();
  readonly #totals = newTotals();
  #status: { readonly status: ServerStatus; readonly retryMs: number } = {
    status: 'ok',
    retryMs: 0,
  };

  constructor(options: RoomsOptions, parts: RoomsParts = ownParts) {
    const { log, logger, settings = defaultRoomsSettings, clock = systemClock } = options;
    const { random = Math.random, onSettled = () => {} } = options;
    this.#log = log;
    this.#logger = logger;
    this.#settings = settings;
    this.#clock = clock;
    this.#parts = parts;
    this.#onSettled = onSettled;
    this.#compactor = parts.startCompactor(clock, settings.compactTimeout);
    this.#differ = parts.startDiffer(clock, settings.diffTimeout);
    this.#slots = new RoomSlots(clock, settings, {
      load: (document) => log.load(document),
      make: (document, stored) => this.#make(document, stored),
    });
    this.#writer = new Writer({
      log,
      clock,
      random,
      settings,
      logger,
      onHealth: (isHealthy) => this.#onHealth(isHealthy),
    });
  }

  /** False while commits fail. */
  get canSave(): boolean {
    return this.#writer.isHealthy;
  }

  /** How many documents are open, opening or closing. */
  get size(): number {
    return this.#slots.size;
  }

  numbers(): RoomsNumbers {
    return sumRooms(this.#totals, this.#slots.rooms(), this.#slots.idle.bytes);
  }

  /** What the autosave does, to look at. */
  get autosave(): Autosave {
    return this.#writer;
  }

  /**
   * Lets a session in, opening the document if need be. The line may get frames before this resolves.
   *
   * @throws {StoreError} if the document can't be loaded.
   * @throws {RoomsUnavailable} also with the code of an eviction meanwhile.
   */
  async join(document: DocumentId, line: SessionLine, access: Access): Promise<RoomSession> {
    const newcomer: Newcomer = { document, evicted: null };
    this.#newcomers.add(newcomer);
    try {
      const asked = await this.#open(document);
      const tail = await asked.readTail(access);
      // Without having read, the room is still the same.
      const room = await this.#open(document);
      if (newcomer.evicted !== null) throw newcomer.evicted;
      if (this.#isOverfull()) {
        throw new RoomsUnavailable(CloseCode.storage, TOO_MUCH_UNSAVED);
      }
      return room.join(line, access, room === asked ? tail : null);
    } finally {
      this.#newcomers.delete(newcomer);
    }
  }

  /**
   * The whole document as a few updates, to be applied in order, whether it is open or not. None if
   * nobody has written to it.
   *
   * @throws {StoreError}
   */
  async read(document: DocumentId): Promise<readonly Uint8Array[]> {
    const room = this.#slots.find(document);
    if (room !== null) return room.parts();
    const stored = await this.#log.load(document);
    const rows = stored?.rows.map(({ update }) => update) ?? [];
    return stored?.snapshot ? [stored.snapshot.update, ...rows] : rows;
  }

  /**
   * Edits a document as the server: `change` gets all of it, as `read` does, and returns an update, or
   * null for none. Resolves when that is on disk; everybody who has the document open sees it.
   *
   * @throws {StoreError}
   * @throws {MalformedUpdate}
   */
  async edit(
    document: DocumentId,
    author: string,
    change: (parts: readonly Uint8Array[]) => Promise<Uint8Array | null>,
  ): Promise<void> {
    const before = await this.#open(document);
    const update = await change(before.parts());
    if (update === null) return;
    // The room may have been closed and opened again meanwhile.
    const room = await this.#open(document);
    room.write(author, update);
    await this.#writer.flush();
    if (room.isReplaced) {
      throw new RoomsUnavailable(CloseCode.otherEpoch, 'the document was replaced meanwhile');
    }
  }

  /** Closes every session of a document, and lets nobody in who waits for it already. */
  evict(document: DocumentId, code: CloseCode, reason: string): void {
    for (const newcomer of this.#newcomers) {
      if (newcomer.document === document) newcomer.evicted = new RoomsUnavailable(code, reason);
    }
    this.#slots.find(document)?.closeSessions(code, reason);
  }

  /**
   * Refuses newcomers, saves everything, then closes every session with 1012.
   *
   * @param retryMs told to our own clients: when to come back.
   * @throws {StoreError} if not everything could be saved; the sessions are closed all the same.
   */
  async drain(retryMs: number): Promise<void> {
    this.#setStatus('draining', retryMs);
    try {
      await this.#writer.flush();
    } finally {
      for (const room of this.#slots.rooms()) {
        room.closeSessions(CloseCode.restart, 'the server is going away');
      }
    }
    // Frames may have come in until the lines were closed.
    await this.#writer.flush();
  }

  /** Drains, if that has not been done, and closes every document. Fails as `drain` does. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#status.status !== 'draining') await this.drain(0);
    await this.#slots.closeAll();
    await this.#compactor[Symbol.asyncDispose]();
    await this.#differ[Symbol.asyncDispose]();
  }

  #open(document: DocumentId): Promise<OpenRoom> {
    return this.#slots.open(document, () => {
      if (this.#status.status !== 'draining') return;
      throw new RoomsUnavailable(CloseCode.restart, 'the server is going away');
    });
  }

  #make(document: DocumentId, stored: StoredDocument | null): OpenRoom {
    const room: OpenRoom = this.#parts.openRoom({
      document,
      stored,
      log: this.#log,
      writer: this.#writer,
      compactor: this.#compactor,
      differ: this.#differ,
      clock: this.#clock,
      settings: this.#settings,
      logger: this.#logger,
      totals: this.#totals,
      onSettled: this.#onSettled,
      idle: this.#slots.idle,
      onReplaced: () => this.#slots.drop(room),
    });
    const { status, retryMs } = this.#status;
    if (status !== 'ok') room.status(status, retryMs);
    return room;
  }

  #onHealth(isHealthy: boolean): void {
    const status = isHealthy ? 'ok' : 'degraded';
    if (this.#status.status !== 'draining' && this.#status.status !== status) {
      this.#setStatus(status, 0);
    }
    if (!this.#isOverfull()) return;
    for (const room of this.#slots.rooms()) {
      if (room.unsavedBytes > 0) room.closeSessions(CloseCode.storage, TOO_MUCH_UNSAVED);
    }
  }

  #setStatus(status: ServerStatus, retryMs: number): void {
    this.#status = { status, retryMs };
    for (const room of this.#slots.rooms()) room.status(status, retryMs);
  }

  #isOverfull(): boolean {
    const { maxUnsaved } = this.#settings;
    if (maxUnsaved === 0 || this.#writer.isHealthy) return false;
    return this.#slots.rooms().reduce((sum, room) => sum + room.unsavedBytes, 0) > maxUnsaved;
  }
}
