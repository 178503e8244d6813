import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  step1Frame,
  updateFrame,
  type Extension,
  type Frame,
} from '@indelible/protocol';
import {
  defaultRoomSettings,
  diffParts,
  Room,
  RoomLog,
  type Access,
  type Effect,
  type RoomLimit,
  type RoomSettings,
  type SessionId,
} from '@indelible/sync';

export type Heard = Exclude<Frame, { type: 'extension' }> | Extension;

/** One session of a test room, and what it has heard. */
export class TestLine {
  readonly id: SessionId;
  readonly #room: TestRoom;
  #heard: Heard[] = [];
  closedWith: number | null = null;

  constructor(id: SessionId, room: TestRoom) {
    this.id = id;
    this.#room = room;
  }

  send(frame: Uint8Array): void {
    this.#room.run(this.#room.room.receive(this.id, frame, this.#room.now));
  }

  step1(stateVector: Uint8Array): void {
    this.send(step1Frame(stateVector));
  }

  update(update: Uint8Array): void {
    this.send(updateFrame(update));
  }

  barrier(n: number): void {
    this.send(extensionFrame({ type: 'barrier', n }));
  }

  /** Says that it has nothing, and forgets the answer. */
  sync(): this {
    this.send(step1Frame(new Uint8Array([0])));
    this.take();
    return this;
  }

  leave(): void {
    this.#room.run(this.#room.room.leave(this.id, this.#room.now));
  }

  hear(frame: Uint8Array): void {
    if (this.closedWith !== null) throw new Error('something was sent to a closed session');
    const decoded = decodeFrame(frame);
    this.#heard.push(decoded.type === 'extension' ? decodeExtension(decoded.body) : decoded);
  }

  /** What was heard since the last call. */
  take(): Heard[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  /** The kinds of what was heard since the last call. */
  takeTypes(): string[] {
    return this.take().map(({ type }) => type);
  }
}

/** A room with lines that remember, and a clock that stands still until it is set. */
export class TestRoom {
  readonly log: RoomLog;
  readonly room: Room;
  readonly #lines = new Map<SessionId, TestLine>();
  readonly diffs: Extract<Effect, { type: 'diff' }>[] = [];
  /** The limits that were reached. */
  readonly limits: RoomLimit[] = [];
  now = 1_000;
  #nextId = 1;

  constructor(settings: Partial<RoomSettings> = {}, log = new RoomLog(null, []), epoch = 'e') {
    this.log = log;
    const identity = { epoch, schema: 1 };
    this.room = new Room(log, identity, { ...defaultRoomSettings, ...settings });
  }

  /** @param news for one who resumes. */
  join(access: Partial<Access> = {}, news: Uint8Array | null = null): TestLine {
    const id = this.#nextId++ as SessionId;
    const line = new TestLine(id, this);
    this.#lines.set(id, line);
    const whole = { role: 'writer', author: 'ada', extended: true, ...access } as const;
    this.run(this.room.join(id, whole, news));
    return line;
  }

  run(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'send') {
        for (const id of effect.to) this.#lines.get(id)?.hear(effect.frame);
      } else if (effect.type === 'close') {
        const line = this.#lines.get(effect.session);
        if (line !== undefined) line.closedWith = effect.code;
      } else if (effect.type === 'diff') this.diffs.push(effect);
      else this.limits.push(effect.limit);
    }
  }

  /** Works out what the room has left to somebody else. */
  answerDiffs(): void {
    for (const { session, parts, stateVector, through } of this.diffs.splice(0)) {
      const step2 = diffParts(parts, stateVector);
      this.run(this.room.answered(session, step2, through, this.now));
    }
  }

  /** Lets time pass until nothing waits. */
  settle(): void {
    for (let at = this.room.wakeAt; at !== null; at = this.room.wakeAt) {
      this.now = Math.max(this.now, at);
      this.run(this.room.tick(this.now));
    }
  }

  store(through = this.log.head): void {
    this.run(this.room.stored(through, { epoch: 'e', place: `place ${through}` }));
  }
}

/** The updates among what a line has heard. */
export const updatesOf = (line: TestLine): Uint8Array[] =>
  line.take().flatMap((frame) => ('update' in frame ? [frame.update] : []));

/** The barriers that a line has heard to be saved. */
export const savedOf = (line: TestLine): number[] =>
  line.take().flatMap((frame) => (frame.type === 'saved' ? [frame.n] : []));
