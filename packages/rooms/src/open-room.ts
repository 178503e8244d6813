import { CloseCode, type DocumentId, type ServerStatus } from '@indelible/protocol';
import type { StoredDocument } from '@indelible/store';
import {
  noClaim,
  Room,
  RoomLog,
  type Access,
  type Effect,
  type Entry,
  type Position,
  type RoomLimit,
  type SessionId,
} from '@indelible/sync';

import type { Differ } from './differ.ts';
import { headOf, placeOf, type Head } from './head.ts';
import type { IdleRooms } from './idle-rooms.ts';
import { Lines, type SessionLine } from './lines.ts';
import { Resuming, type ReadTail } from './resuming.ts';
import { HostedSession, type RoomSession, type SessionHost } from './room-session.ts';
import { Settling, type SettlingOptions, type SettlingRoom } from './settling.ts';
import type { WritableRoom, Writer } from './writer.ts';

export interface OpenRoomOptions extends SettlingOptions {
  /** Null: nobody has written to it yet. */
  readonly stored: StoredDocument | null;
  readonly writer: Writer;
  readonly differ: Differ;
  /** Where it says that nobody is there and nothing waits to be saved. */
  readonly idle: IdleRooms<OpenRoom>;
  /** Called when the document turns out to be another one by now: this room is of no use any more. */
  readonly onReplaced: () => void;
}

/** Runs one `Room` on real lines, a real clock and the writer. */
export class OpenRoom implements WritableRoom, SessionHost {
  readonly document: DocumentId;
  readonly #options: OpenRoomOptions;
  readonly #log: RoomLog;
  readonly #room: Room;
  readonly #lines: Lines;
  readonly #settling: Settling;
  #nextSession = 1;
  /** The head the writer was last told of. */
  #touched: Position;
  readonly #resuming: Resuming;
  #isReplaced = false;
  #wake: { readonly at: number; readonly cancel: () => void } | null = null;

  /** @throws {MalformedUpdate} if a stored row is damaged. */
  constructor(options: OpenRoomOptions) {
    const { stored, settings } = options;
    const rows = stored?.rows ?? [];
    this.document = options.document;
    this.#options = options;
    this.#lines = new Lines(options.totals);
    this.#log = new RoomLog(
      stored?.snapshot ?? null,
      rows.map(({ update }) => update),
    );
    const head = stored && headOf(stored);
    const identity = { epoch: head?.epoch ?? '', schema: settings.schema };
    const place = head && { place: placeOf(head) };
    this.#room = new Room(this.#log, { ...identity, ...place }, settings.room);
    this.#resuming = new Resuming(this.document, options.log, this.#log, head);
    const snapshotSeq = stored?.snapshot?.seq ?? 0;
    const seq = head?.seq ?? 0;
    this.#settling = new Settling(options, this.#foldable(), { seq, snapshotSeq });
    this.#touched = this.#log.head;
    this.#watchIdle();
  }

  get sessions(): number {
    return this.#lines.size;
  }

  /** Of the document in memory. */
  get bytes(): number {
    return this.#log.bytes;
  }

  get unsavedBytes(): number {
    return this.#log.unsavedBytes;
  }

  /** Of updates that wait for something they build on. */
  get heldBytes(): number {
    return this.#room.heldBytes;
  }

  get epoch(): string {
    return this.#resuming.head?.epoch ?? '';
  }

  /** True once the document has turned out to be another one: what it had is not saved and never will be. */
  get isReplaced(): boolean {
    return this.#isReplaced;
  }

  /** True if there is nobody in it and everything is on disk. */
  get isIdle(): boolean {
    return this.#lines.size === 0 && this.#log.stored === this.#log.head;
  }

  /** True if it could not be folded, and is served from its rows. */
  get isQuarantined(): boolean {
    return this.#settling.isQuarantined;
  }

  /** The whole document as a few updates, in order. */
  parts(): readonly Uint8Array[] {
    return this.#log.parts();
  }

  /** What has to be read from disk before this session joins; null if nothing has. */
  readTail({ claim = noClaim }: Access): Promise<ReadTail | null> | null {
    return this.#resuming.read(claim);
  }

  /** @param tail what `readTail` found. */
  join(line: SessionLine, access: Access, tail: ReadTail | null = null): RoomSession {
    const id = this.#nextSession++ as SessionId;
    this.#lines.add(id, line);
    this.#options.idle.remove(this);
    this.#settling.joined();
    const news = this.#resuming.newsFor(access.claim ?? noClaim, tail);
    this.#run(this.#room.join(id, access, news));
    // Who resumes is sent what others write from now on, which is before anybody can say `stalled`.
    if (line.isSlow === true) this.#room.stalled(id);
    return new HostedSession(this, id);
  }

  receive(session: SessionId, frame: Uint8Array): void {
    if (!this.#lines.has(session)) return;
    this.#run(this.#room.receive(session, frame, this.#options.clock.now()));
  }

  stalled(session: SessionId): void {
    this.#room.stalled(session);
  }

  drained(session: SessionId): void {
    if (this.#lines.has(session)) this.#run(this.#room.drained(session));
  }

  leave(session: SessionId): void {
    if (!this.#lines.has(session)) return;
    this.#lines.remove(session);
    this.#run(this.#room.leave(session, this.#options.clock.now()));
  }

  /**
   * Takes an update from the server itself.
   *
   * @throws {MalformedUpdate}
   */
  write(author: string, update: Uint8Array): void {
    this.#run(this.#room.write(author, update, this.#options.clock.now()));
  }

  unsaved(): readonly Entry[] {
    return this.#isReplaced ? [] : this.#room.unsaved();
  }

  stored(through: Position, head: Head): void {
    this.#resuming.head = head;
    // The room first: what is folded through this row is what the log says is stored.
    const effects = this.#room.stored(through, { epoch: head.epoch, place: placeOf(head) });
    this.#settling.stored(head.seq);
    this.#run(effects);
  }

  replaced(): void {
    this.#isReplaced = true;
    this.closeSessions(CloseCode.otherEpoch, 'the document was replaced');
    this.#options.onReplaced();
  }

  status(status: ServerStatus, retryMs: number): void {
    this.#run(this.#room.status(status, retryMs));
  }

  closeSessions(code: CloseCode, reason: string): void {
    this.#run(this.#room.closeAll(code, reason, this.#options.clock.now()));
  }

  /** See `Settling.settle`. */
  settle(): Promise<void> {
    return this.#settling.settle();
  }

  /** Calls off everything that is timed; the room must not be used any more. */
  dispose(): void {
    this.#wake?.cancel();
    this.#options.idle.remove(this);
    this.#settling.dispose();
  }

  #foldable(): SettlingRoom {
    return {
      epoch: () => this.epoch,
      storedParts: () => this.#log.storedParts(),
      rebase: (fold, through) => this.#room.rebase(fold, through),
    };
  }

  #run(effects: readonly Effect[]): void {
    const { totals } = this.#options;
    for (const effect of effects) this.#do(effect);
    if (this.#log.head > this.#touched) {
      const entries = this.#log.head - this.#touched;
      totals.entries += entries;
      totals.entriesDue += entries * Math.max(0, this.#lines.size - 1);
      this.#touched = this.#log.head;
      this.#options.writer.touch(this);
    }
    this.#watchTick();
    this.#watchIdle();
  }

  #do(effect: Effect): void {
    if (effect.type === 'send') this.#lines.send(effect);
    else if (effect.type === 'close') this.#lines.close(effect);
    else if (effect.type === 'limited') this.#countLimit(effect.limit);
    else void this.#diff(effect);
  }

  #countLimit(limit: RoomLimit): void {
    const { limits } = this.#options.totals;
    limits.set(limit, (limits.get(limit) ?? 0) + 1);
  }

  async #diff(effect: Extract<Effect, { type: 'diff' }>): Promise<void> {
    const { clock, differ, logger } = this.#options;
    const { session, parts, stateVector, through } = effect;
    const step2 = await differ.run({ parts, stateVector }).catch((error: unknown) => {
      logger.error({ err: error, document: this.document }, 'could not work out what is missing');
      return null;
    });
    if (this.#lines.has(session)) {
      this.#run(this.#room.answered(session, step2, through, clock.now()));
    }
  }

  #watchTick(): void {
    const at = this.#room.wakeAt;
    if (at === null || (this.#wake !== null && this.#wake.at <= at)) return;
    this.#wake?.cancel();
    const { clock } = this.#options;
    const cancel = clock.after(Math.max(0, at - clock.now()), () => {
      this.#wake = null;
      this.#run(this.#room.tick(clock.now()));
    });
    this.#wake = { at, cancel };
  }

  #watchIdle(): void {
    const { idle } = this.#options;
    if (this.isIdle) {
      this.#settling.left();
      idle.add(this);
    } else idle.remove(this);
  }
}
