import {
  CloseCode,
  decodeExtension,
  decodeFrame,
  decodePresence,
  extensionFrame,
  MalformedFrame,
  presenceFrame,
  step1Frame,
  step2Frame,
  updateFrame,
  type Frame,
  type PresenceEntry,
  type ServerStatus,
} from '@indelible/protocol';

import type { Effect, SessionId } from './effect.ts';
import { Pace } from './pace.ts';
import { PresenceTable } from './presence-table.ts';
import type { Base, Entry, Position, RoomLog } from './room-log.ts';
import { newSession, type Access, type Session } from './session.ts';
import type { RoomSettings } from './settings.ts';
import { MalformedUpdate, scanUpdate, type UpdateMeta } from './update-scan.ts';

/** More entries in one presence message are refused; a stock client echoes a whole room at once. */
const MAX_PRESENCE_ENTRIES = 10_000;

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
  readonly #presence = new PresenceTable();
  readonly #delivery: Pace;
  readonly #presencePace: Pace;
  #status: { readonly status: ServerStatus; readonly retryMs: number } = {
    status: 'ok',
    retryMs: 0,
  };
  #effects: Effect[] = [];

  constructor(log: RoomLog, identity: RoomIdentity, settings: RoomSettings) {
    this.#log = log;
    this.#identity = identity;
    this.#settings = settings;
    this.#delivery = new Pace(settings.deliverEvery);
    this.#presencePace = new Pace(settings.presenceEvery);
  }

  get sessions(): number {
    return this.#sessions.size;
  }

  /** When `tick` has something to do, or null. */
  get wakeAt(): number | null {
    const times = [this.#delivery.dueAt, this.#presencePace.dueAt].filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
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
      this.#send(
        session,
        extensionFrame({ type: 'hello', ...this.#identity, role: access.role, limits }),
      );
      if (this.#status.status !== 'ok') this.#sendStatus([session]);
    }
    if (access.role === 'writer') this.#send(session, step1Frame(this.#log.stateVector()));
    this.#sendAllPresence(session);
    return this.#take();
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
    return this.#take();
  }

  leave(id: SessionId, now: number): Effect[] {
    const session = this.#sessions.get(id);
    if (session !== undefined) this.#forget(session, now);
    return this.#take();
  }

  /** The writer committed everything through `through`. */
  stored(through: Position): Effect[] {
    this.#log.markStored(through);
    for (const session of this.#sessions.values()) this.#acknowledge(session);
    return this.#take();
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
    const missed = session.cursor === null ? null : this.#log.since(session.cursor);
    if (missed !== null) {
      session.cursor = this.#log.head;
      this.#send(session, updateFrame(missed));
    }
    this.#sendAllPresence(session);
    return this.#take();
  }

  /** Tells everybody how the server is. */
  status(status: ServerStatus, retryMs: number): Effect[] {
    this.#status = { status, retryMs };
    this.#sendStatus([...this.#sessions.values()].filter(({ extended }) => extended));
    return this.#take();
  }

  /** Closes every session. */
  closeAll(code: CloseCode, reason: string, now: number): Effect[] {
    for (const session of this.#sessions.values()) this.#close(session, code, reason, now);
    return this.#take();
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
    return this.#take();
  }

  /** Does what has become due. */
  tick(now: number): Effect[] {
    if (this.#delivery.isDue(now)) this.#deliver(now);
    if (this.#presencePace.isDue(now)) this.#deliverPresence(now);
    return this.#take();
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
        this.#receivePresence(session, frame.presence, now);
        break;
      case 'queryPresence':
        this.#sendAllPresence(session);
        break;
      case 'extension':
        this.#receiveExtension(session, frame.body);
        break;
      case 'auth':
        throw new MalformedFrame('auth messages go from the server to the client');
    }
  }

  #answer(session: Session, stateVector: Uint8Array): void {
    this.#send(session, step2Frame(this.#log.diff(stateVector)));
    session.cursor = this.#log.head;
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
    if (this.#delivery.ask(now)) this.#deliver(now);
  }

  #hold(session: Session, update: Uint8Array, meta: UpdateMeta, now: number): void {
    session.held.push({ update, meta });
    session.heldBytes += update.length;
    if (session.heldBytes > this.#settings.maxHeld) {
      this.#close(session, CloseCode.overloaded, 'too many updates with gaps before them', now);
      return;
    }
    this.#send(session, step1Frame(this.#log.stateVector()));
  }

  /** Whatever arrives may be what a held update was waiting for. */
  #retryHeld(): void {
    for (const session of this.#sessions.values()) {
      let index = session.held.findIndex(({ meta }) => this.#log.fits(meta));
      while (index !== -1) {
        const [held] = session.held.splice(index, 1);
        if (held !== undefined) {
          session.heldBytes -= held.update.length;
          if (!this.#log.contains(held.meta)) {
            this.#log.append(session.author, held.update, held.meta);
          }
        }
        index = session.held.findIndex(({ meta }) => this.#log.fits(meta));
      }
      this.#placeBarriers(session);
    }
  }

  #receivePresence(session: Session, bytes: Uint8Array, now: number): void {
    const { maxPresence } = this.#settings;
    const entries = decodePresence(bytes, MAX_PRESENCE_ENTRIES);
    if (maxPresence > 0 && bytes.length > maxPresence) return;
    const [first] = entries;
    if (entries.length === 1 && first !== undefined) this.#bind(session, first);
    // A stock client echoes what it hears about others: that is dropped, silently.
    const own = entries.find(({ client }) => client === session.client);
    if (own === undefined) return;
    const outcome = this.#presence.set(own);
    if (outcome === 'stale') {
      this.#send(session, presenceFrame(this.#presence.farewell(own.client)));
    }
    if (outcome === 'taken' && this.#presencePace.ask(now)) this.#deliverPresence(now);
  }

  /**
   * A session speaks for the client of its first presence message. If that client is already spoken for
   * (the line before this one may not have been found dead yet) both may, until this one turns out to
   * be somebody else.
   */
  #bind(session: Session, { client, state }: PresenceEntry): void {
    if (session.client === client || state.length === 0) return;
    if (session.client !== null && !this.#isShared(session)) return;
    if (session.client !== null && this.#speakersFor(client) > 0) return;
    session.client = client;
  }

  #isShared({ client }: Session): boolean {
    return client !== null && this.#speakersFor(client) > 1;
  }

  #speakersFor(client: number): number {
    let speakers = 0;
    for (const session of this.#sessions.values()) if (session.client === client) speakers += 1;
    return speakers;
  }

  #receiveExtension(session: Session, body: Uint8Array): void {
    const message = decodeExtension(body);
    if (message.type !== 'barrier' || !session.extended) {
      throw new MalformedFrame(`unexpected extension message ${message.type}`);
    }
    if (session.role !== 'writer') {
      this.#send(session, extensionFrame({ type: 'reject', n: message.n, reason: 'read only' }));
      return;
    }
    session.barriers.push({ n: message.n, position: null });
    this.#placeBarriers(session);
    this.#acknowledge(session);
  }

  /** A barrier has its place once nothing that came before it is held. */
  #placeBarriers(session: Session): void {
    if (session.held.length > 0) return;
    for (const barrier of session.barriers) barrier.position ??= this.#log.head;
  }

  #acknowledge(session: Session): void {
    let saved: number | null = null;
    for (;;) {
      const [next] = session.barriers;
      if (next === undefined || next.position === null || next.position > this.#log.stored) break;
      saved = next.n;
      session.barriers.shift();
    }
    if (saved !== null) this.#send(session, extensionFrame({ type: 'saved', n: saved }));
  }

  /** Brings every cursor that can move to the head; one frame for all who stand at the same place. */
  #deliver(now: number): void {
    this.#delivery.done(now);
    const waiting = Map.groupBy(this.#ready(), ({ cursor }) => cursor);
    for (const [cursor, sessions] of waiting) {
      const update = cursor === null ? null : this.#log.since(cursor);
      if (update === null) continue;
      for (const session of sessions) session.cursor = this.#log.head;
      this.#sendAll(sessions, updateFrame(update));
    }
  }

  #deliverPresence(now: number): void {
    this.#presencePace.done(now);
    const changes = this.#presence.takeChanges();
    if (changes === null) return;
    this.#sendAll(
      [...this.#sessions.values()].filter(({ slow }) => !slow),
      presenceFrame(changes),
    );
  }

  #ready(): Session[] {
    return [...this.#sessions.values()].filter(({ cursor, slow }) => cursor !== null && !slow);
  }

  #sendAllPresence(session: Session): void {
    const presence = this.#presence.all();
    if (presence !== null) this.#send(session, presenceFrame(presence));
  }

  #sendStatus(sessions: readonly Session[]): void {
    this.#sendAll(sessions, extensionFrame({ type: 'status', ...this.#status }));
  }

  #close(session: Session, code: CloseCode, reason: string, now: number): void {
    this.#effects.push({ type: 'close', session: session.id, code, reason });
    this.#forget(session, now);
  }

  #forget(session: Session, now: number): void {
    this.#sessions.delete(session.id);
    if (session.client === null || this.#speakersFor(session.client) > 0) return;
    this.#presence.remove(session.client);
    if (this.#presence.isChanged && this.#presencePace.ask(now)) this.#deliverPresence(now);
  }

  #send(session: Session, frame: Uint8Array): void {
    this.#effects.push({ type: 'send', to: [session.id], frame });
  }

  #sendAll(sessions: readonly Session[], frame: Uint8Array): void {
    if (sessions.length === 0) return;
    this.#effects.push({ type: 'send', to: sessions.map(({ id }) => id), frame });
  }

  #take(): Effect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }
}
