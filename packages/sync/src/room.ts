import {
  CloseCode,
  decodeExtension,
  decodeFrame,
  extensionFrame,
  MalformedFrame,
  step1Frame,
  type Frame,
  type ServerStatus,
} from '@indelible/protocol';

import { CatchUp } from './catch-up.ts';
import { noClaim, refuse } from './claim.ts';
import { Delivery } from './delivery.ts';
import type { Effect, SessionId } from './effect.ts';
import { Intake } from './intake.ts';
import { LimitReached } from './limit.ts';
import { MalformedUpdate } from './malformed-update.ts';
import { Outgoing } from './outgoing.ts';
import { Places } from './places.ts';
import type { Base, Entry, Position, RoomLog } from './room-log.ts';
import { RoomPresence } from './room-presence.ts';
import { newSession, type Access, type Session } from './session.ts';
import type { RoomSettings } from './settings.ts';

export interface RoomIdentity {
  /** See `Extension` hello. */
  readonly epoch: string;
  readonly schema: number;
  /** The place of the newest stored row; left out if there is none. */
  readonly place?: string;
}

/** What a commit says about the document. */
export type Committed = Required<Pick<RoomIdentity, 'epoch' | 'place'>>;

/**
 * An open document: a log and the cursors over it. Every method takes what happened and when, and
 * returns what is to be done; there is no clock, no socket and no disk in here.
 *
 * A session that sends something malformed is closed; nobody else notices.
 */
export class Room {
  readonly #log: RoomLog;
  #identity: Pick<RoomIdentity, 'epoch' | 'schema'>;
  readonly #settings: RoomSettings;
  readonly #sessions = new Map<SessionId, Session>();
  readonly #outgoing = new Outgoing();
  readonly #presence: RoomPresence;
  readonly #delivery: Delivery;
  readonly #intake: Intake;
  readonly #catchUp: CatchUp;
  readonly #places: Places;
  #status: { readonly status: ServerStatus; readonly retryMs: number } = {
    status: 'ok',
    retryMs: 0,
  };

  constructor(log: RoomLog, identity: RoomIdentity, settings: RoomSettings) {
    const { epoch, schema, place = null } = identity;
    this.#log = log;
    this.#identity = { epoch, schema };
    this.#places = new Places(log, this.#outgoing, place);
    this.#settings = settings;
    this.#delivery = new Delivery(log, this.#sessions, this.#outgoing, settings);
    this.#intake = new Intake(log, this.#outgoing, this.#delivery, settings);
    this.#catchUp = new CatchUp(log, this.#outgoing, settings);
    this.#presence = new RoomPresence(this.#sessions, this.#outgoing, settings);
  }

  get sessions(): number {
    return this.#sessions.size;
  }

  /** Bytes of updates that wait for something they build on. */
  get heldBytes(): number {
    return this.#intake.heldBytes;
  }

  /** When `tick` has something to do, or null. Presence waits for updates that are soon due. */
  get wakeAt(): number | null {
    return this.#delivery.wakeAt ?? this.#presence.wakeAt;
  }

  /** The entries that are not on disk yet, in order. */
  unsaved(): readonly Entry[] {
    return this.#log.unsaved();
  }

  /**
   * Lets a session in, if what it claims does not forbid it.
   *
   * @param news all that came after the place it claims; null if it has to say what it has.
   */
  join(id: SessionId, access: Access, news: Uint8Array | null = null): Effect[] {
    const session = newSession(id, access);
    const refusal = refuse(access.claim ?? noClaim, this.#identity);
    if (refusal !== null) {
      this.#outgoing.close(session, refusal.code, refusal.reason);
      return this.#outgoing.take();
    }
    this.#sessions.set(id, session);
    if (session.extended) {
      this.#greet(session, session.hasPlaces ? { resumed: news !== null } : {});
      if (this.#status.status !== 'ok') this.#sendStatus([session]);
    }
    if (news !== null) {
      this.#catchUp.finish(session, news, this.#log.head);
      this.#places.tell(session);
    } else if (session.role === 'writer') {
      this.#outgoing.send(session, step1Frame(this.#log.stateVector()));
    }
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
      this.#refuse(session, error, now);
    }
    return this.#outgoing.take();
  }

  leave(id: SessionId, now: number): Effect[] {
    const session = this.#sessions.get(id);
    if (session !== undefined) this.#forget(session, now);
    return this.#outgoing.take();
  }

  /** The writer committed everything through `through`. */
  stored(through: Position, { epoch, place }: Committed): Effect[] {
    this.#log.markStored(through);
    if (epoch !== this.#identity.epoch) {
      this.#identity = { ...this.#identity, epoch };
      for (const session of this.#sessions.values()) if (session.extended) this.#greet(session);
    }
    for (const session of this.#sessions.values()) this.#acknowledge(session);
    this.#places.stored(this.#sessions.values(), place);
    return this.#outgoing.take();
  }

  /** The session's line is full; it is passed over until `drained`. */
  stalled(id: SessionId): void {
    const session = this.#sessions.get(id);
    if (session !== undefined) session.slow = true;
  }

  /** The line has room again: what was missed goes out merged, in pieces if it is much. */
  drained(id: SessionId): Effect[] {
    const session = this.#sessions.get(id);
    if (session === undefined || !session.slow) return [];
    session.slow = false;
    this.#delivery.catchUp(session);
    this.#places.tell(session);
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
    if (step2 === null) {
      this.#close(session, CloseCode.overloaded, 'what you lack could not be worked out', now);
    } else {
      this.#catchUp.finish(session, step2, through);
      if (!session.slow) this.#delivery.catchUp(session);
      this.#places.tell(session);
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
    this.#intake.write(author, update, now);
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
        this.#catchUp.answer(session, frame.stateVector);
        this.#places.tell(session);
        break;
      case 'step2':
      case 'update':
        this.#intake.receive(session, frame.update, now);
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
    session.requests.add(message.n, this.#intake.isHolding(session) ? null : this.#log.head);
    this.#acknowledge(session);
  }

  #greet(session: Session, { resumed }: { readonly resumed?: boolean } = {}): void {
    const { limits } = this.#settings;
    const { role } = session;
    const hello = { type: 'hello', ...this.#identity, role, limits } as const;
    const frame = extensionFrame(resumed === undefined ? hello : { ...hello, resumed });
    this.#outgoing.send(session, frame);
  }

  #acknowledge(session: Session): void {
    const n = session.requests.take(this.#log.stored);
    if (n !== null) this.#outgoing.send(session, extensionFrame({ type: 'saved', n }));
  }

  #sendStatus(sessions: readonly Session[]): void {
    this.#outgoing.sendAll(sessions, extensionFrame({ type: 'status', ...this.#status }));
  }

  /** @throws whatever was not the session's fault. */
  #refuse(session: Session, error: unknown, now: number): void {
    if (error instanceof LimitReached) {
      this.#outgoing.push({ type: 'limited', limit: error.limit });
      this.#close(session, error.code, error.message, now);
    } else if (error instanceof MalformedFrame || error instanceof MalformedUpdate) {
      this.#close(session, CloseCode.malformed, error.message, now);
    } else throw error;
  }

  #close(session: Session, code: CloseCode, reason: string, now: number): void {
    this.#outgoing.close(session, code, reason);
    this.#forget(session, now);
  }

  #forget(session: Session, now: number): void {
    this.#sessions.delete(session.id);
    this.#intake.forget(session);
    this.#presence.leave(session, now);
  }
}
