import {
  CloseCode,
  decodeExtension,
  decodeFrame,
  extensionFrame,
  MalformedFrame,
  step1Frame,
  step2Frame,
  updateFrame,
  type Frame,
  type ServerStatus,
} from '@indelible/protocol';

import { answerStep1 } from './answer.ts';
import { Delivery } from './delivery.ts';
import type { Effect, SessionId } from './effect.ts';
import { MalformedUpdate } from './malformed-update.ts';
import { Outgoing } from './outgoing.ts';
import { Remembered } from './remembered.ts';
import type { Base, Entry, Position, RoomLog } from './room-log.ts';
import { RoomPresence } from './room-presence.ts';
import { newSession, type Access, type Session } from './session.ts';
import type { RoomSettings } from './settings.ts';
import { scanUpdate, type UpdateMeta } from './update-scan.ts';

export interface RoomIdentity {
  /** See `Extension` hello. */
  readonly epoch: string;
  readonly schema: number;
}

/**
 * An open document: a log and the cursors over it. Every method takes what happened and when, and
 * returns what is to be done; there is no clock, no socket and no disk in here.
 *
 * A session that sends something malformed is closed; nobody else notices.
 */
export class Room {
  readonly #log: RoomLog;
  readonly #identity: RoomIdentity;
  readonly #settings: RoomSettings;
  readonly #sessions = new Map<SessionId, Session>();
  /** Those with updates that wait for something they build on. */
  readonly #holding = new Set<Session>();
  readonly #outgoing = new Outgoing();
  readonly #presence: RoomPresence;
  readonly #delivery: Delivery;
  readonly #step2 = new Remembered<Uint8Array>();
  #status: { readonly status: ServerStatus; readonly retryMs: number } = {
    status: 'ok',
    retryMs: 0,
  };

  constructor(log: RoomLog, identity: RoomIdentity, settings: RoomSettings) {
    this.#log = log;
    this.#identity = identity;
    this.#settings = settings;
    this.#delivery = new Delivery(log, this.#sessions, this.#outgoing, settings);
    this.#presence = new RoomPresence(this.#sessions, this.#outgoing, settings);
  }

  get sessions(): number {
    return this.#sessions.size;
  }

  /** When `tick` has something to do, or null. Presence waits for updates that are soon due. */
  get wakeAt(): number | null {
    return this.#delivery.wakeAt ?? this.#presence.wakeAt;
  }

  /** The entries that are not on disk yet, in order. */
  unsaved(): readonly Entry[] {
    return this.#log.unsaved();
  }

  join(id: SessionId, access: Access): Effect[] {
    const session = newSession(id, access);
    this.#sessions.set(id, session);
    if (access.extended) {
      const { limits } = this.#settings;
      this.#outgoing.send(
        session,
        extensionFrame({ type: 'hello', ...this.#identity, role: access.role, limits }),
      );
      if (this.#status.status !== 'ok') this.#sendStatus([session]);
    }
    if (access.role === 'writer') this.#outgoing.send(session, step1Frame(this.#log.stateVector()));
    this.#presence.introduce(session);
    return this.#outgoing.take();
  }

  /** A frame as it came from the line. */
  receive(id: SessionId, bytes: Uint8Array, now: number): Effect[] {
    const session = this.#sessions.get(id);
    if (session === undefined) return [];
    try {
      this.#handle(session, decodeFrame(bytes), now);
    } catch (error) {
      if (!(error instanceof MalformedFrame) && !(error instanceof MalformedUpdate)) throw error;
      this.#close(session, CloseCode.malformed, error.message, now);
    }
    return this.#outgoing.take();
  }

  leave(id: SessionId, now: number): Effect[] {
    const session = this.#sessions.get(id);
    if (session !== undefined) this.#forget(session, now);
    return this.#outgoing.take();
  }

  /** The writer committed everything through `through`. */
  stored(through: Position): Effect[] {
    this.#log.markStored(through);
    for (const session of this.#sessions.values()) this.#acknowledge(session);
    return this.#outgoing.take();
  }

  /** The session's line is full; it is passed over until `drained`. */
  stalled(id: SessionId): void {
    const session = this.#sessions.get(id);
    if (session !== undefined) session.slow = true;
  }

  /** The line has room again: what was missed goes out as one update. */
  drained(id: SessionId): Effect[] {
    const session = this.#sessions.get(id);
    if (session === undefined || !session.slow) return [];
    session.slow = false;
    this.#delivery.catchUp(session);
    this.#presence.catchUp(session);
    return this.#outgoing.take();
  }

  /**
   * What a session lacked at `through`, as a `diff` effect asked for it; null if that could not be worked
   * out, then it is to come back.
   */
  answered(id: SessionId, step2: Uint8Array | null, through: Position, now: number): Effect[] {
    const session = this.#sessions.get(id);
    if (session === undefined) return [];
    session.isWaiting = false;
    if (step2 === null) {
      this.#close(session, CloseCode.overloaded, 'what you lack could not be worked out', now);
    } else {
      this.#sendStep2(session, step2, through);
      if (!session.slow) this.#delivery.catchUp(session);
    }
    return this.#outgoing.take();
  }

  /** Tells everybody how the server is. */
  status(status: ServerStatus, retryMs: number): Effect[] {
    this.#status = { status, retryMs };
    this.#sendStatus([...this.#sessions.values()].filter(({ extended }) => extended));
    return this.#outgoing.take();
  }

  /** Closes every session. */
  closeAll(code: CloseCode, reason: string, now: number): Effect[] {
    for (const session of this.#sessions.values()) this.#close(session, code, reason, now);
    return this.#outgoing.take();
  }

  /**
   * An update from the server itself, such as a new title.
   *
   * @throws {MalformedUpdate}
   */
  write(author: string, update: Uint8Array, now: number): Effect[] {
    const meta = scanUpdate(update);
    if (!this.#log.fits(meta)) throw new MalformedUpdate('builds on something that is not there');
    if (!this.#log.contains(meta)) this.#append(author, update, meta, null, now);
    return this.#outgoing.take();
  }

  /** Does what has become due. */
  tick(now: number): Effect[] {
    const isDelivering = this.#delivery.tick(now);
    this.#presence.tick(now, isDelivering);
    return this.#outgoing.take();
  }

  /** A snapshot has taken the place of everything through `through`. */
  rebase(base: Base, through: Position): void {
    this.#log.rebase(base, through);
  }

  #handle(session: Session, frame: Frame, now: number): void {
    switch (frame.type) {
      case 'step1':
        this.#answer(session, frame.stateVector);
        break;
      case 'step2':
      case 'update':
        this.#receiveUpdate(session, frame.update, now);
        break;
      case 'presence':
        this.#presence.receive(session, frame.presence, now);
        break;
      case 'queryPresence':
        this.#presence.introduce(session);
        break;
      case 'extension':
        this.#receiveExtension(session, frame.body);
        break;
      case 'auth':
        throw new MalformedFrame('auth messages go from the server to the client');
    }
  }

  #answer(session: Session, stateVector: Uint8Array): void {
    // Who asks again before there is an answer gets that one.
    if (session.isWaiting) return;
    const answer = answerStep1(this.#log, stateVector, this.#settings.diffInline);
    if (answer.type === 'work') {
      session.isWaiting = true;
      const { parts } = answer;
      const through = this.#log.head;
      this.#outgoing.push({ type: 'diff', session: session.id, parts, stateVector, through });
      return;
    }
    const { update, step2 } = answer;
    if (update === null) this.#sendStep2(session, step2, this.#log.head);
    // A full line takes the one answer it asked for.
    else if (session.slow) this.#sendStep2(session, this.#log.whole(), this.#log.head);
    else {
      this.#outgoing.send(session, updateFrame(update));
      this.#sendStep2(session, step2, this.#log.head);
    }
  }

  #sendStep2(session: Session, update: Uint8Array, through: Position): void {
    this.#outgoing.send(
      session,
      this.#step2.get(update, () => step2Frame(update)),
    );
    session.cursor = through;
  }

  #receiveUpdate(session: Session, bytes: Uint8Array, now: number): void {
    const { limits, maxDocument } = this.#settings;
    if (limits.update > 0 && bytes.length > limits.update) {
      throw new MalformedUpdate(`update of ${bytes.length} bytes; at most ${limits.update}`);
    }
    const meta = scanUpdate(bytes);
    if (session.role !== 'writer' || this.#log.contains(meta)) return;
    if (maxDocument > 0 && this.#log.bytes + bytes.length > maxDocument) {
      this.#close(
        session,
        CloseCode.documentFull,
        'the document has reached its largest size',
        now,
      );
      return;
    }
    // The bytes are a view into a frame that belongs to the socket.
    const update = bytes.slice();
    if (this.#log.fits(meta)) this.#append(session.author, update, meta, session, now);
    else this.#hold(session, update, meta, now);
  }

  #append(
    author: string,
    update: Uint8Array,
    meta: UpdateMeta,
    from: Session | null,
    now: number,
  ): void {
    const before = this.#log.head;
    this.#log.append(author, update, meta);
    // Nobody gets its own entry back, unless it comes merged with those of others.
    if (from?.cursor === before) from.cursor = this.#log.head;
    this.#retryHeld();
    this.#delivery.ask(now);
  }

  #hold(session: Session, update: Uint8Array, meta: UpdateMeta, now: number): void {
    const { held } = session;
    held.add({ update, meta });
    this.#holding.add(session);
    if (held.bytes > this.#settings.maxHeld) {
      this.#close(session, CloseCode.overloaded, 'too many updates with gaps before them', now);
      return;
    }
    // Once: if the answer has the same gap, asking again would go on for ever.
    if (held.size === 1) this.#outgoing.send(session, step1Frame(this.#log.stateVector()));
  }

  /** Whatever arrives may be what a held update was waiting for, and so may that one. */
  #retryHeld(): void {
    if (this.#holding.size === 0) return;
    const waiting = [...this.#holding];
    while (waiting.some(({ held, author }) => held.release(this.#log, author)));
    for (const session of waiting) {
      if (session.held.size > 0) continue;
      this.#holding.delete(session);
      session.requests.place(this.#log.head);
    }
  }

  #receiveExtension(session: Session, body: Uint8Array): void {
    const message = decodeExtension(body);
    if (message.type !== 'barrier' || !session.extended) {
      throw new MalformedFrame(`unexpected extension message ${message.type}`);
    }
    if (session.role !== 'writer') {
      this.#outgoing.send(
        session,
        extensionFrame({ type: 'reject', n: message.n, reason: 'read only' }),
      );
      return;
    }
    session.requests.add(message.n, session.held.size > 0 ? null : this.#log.head);
    this.#acknowledge(session);
  }

  #acknowledge(session: Session): void {
    const n = session.requests.take(this.#log.stored);
    if (n !== null) this.#outgoing.send(session, extensionFrame({ type: 'saved', n }));
  }

  #sendStatus(sessions: readonly Session[]): void {
    this.#outgoing.sendAll(sessions, extensionFrame({ type: 'status', ...this.#status }));
  }

  #close(session: Session, code: CloseCode, reason: string, now: number): void {
    this.#outgoing.close(session, code, reason);
    this.#forget(session, now);
  }

  #forget(session: Session, now: number): void {
    this.#sessions.delete(session.id);
    this.#holding.delete(session);
    this.#presence.leave(session, now);
  }
}
