import { CloseCode, encodePresence, MessageType, presenceFrame } from '@indelible/protocol';
import type { Clock, RoomSession, SessionLine } from '@indelible/rooms';

import type { Carrier, CarrierListener } from './carrier.ts';
import { countOne, type Counts } from './numbers.ts';
import { Rate } from './rate.ts';
import type { GatewaySettings } from './settings.ts';
import type { Encode, Turn } from './turn.ts';

const KEEP_ALIVE = presenceFrame(encodePresence([]));
/** Codes worth telling apart; a client may make up any. 1000, 1001 and 1005 are how browsers leave. */
const KNOWN_CODES: ReadonlySet<number> = new Set([
  1000,
  1001,
  1005,
  1006,
  ...Object.values(CloseCode),
]);

/** What connections of one kind share. */
export interface ConnectionSurroundings {
  readonly clock: Clock;
  readonly settings: GatewaySettings;
  readonly counts: Counts;
  readonly turn: Turn;
}

/** One line into a room, whatever carries it. */
export class Connection implements SessionLine, CarrierListener {
  readonly #carrier: Carrier;
  readonly #clock: Clock;
  readonly #settings: GatewaySettings;
  readonly #counts: Counts;
  readonly #turn: Turn;
  /** What is written at the end of this turn. */
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  readonly #messages: Rate;
  readonly #bytes: Rate;
  #session: RoomSession | null = null;
  #lastSent: number;
  /** Something was heard since the last heartbeat. */
  #isAlive = true;
  /** Bytes on their way when the line was found slow, or null while it keeps up. */
  #stalledAt: number | null = null;
  /** The code with which we closed; who goes away without answering would hide it. */
  #closedWith: CloseCode | null = null;
  readonly #whenClosed: (() => void)[] = [];

  constructor(carrier: Carrier, surroundings: ConnectionSurroundings) {
    const { clock, settings, counts, turn } = surroundings;
    this.#carrier = carrier;
    this.#turn = turn;
    this.#clock = clock;
    this.#settings = settings;
    this.#counts = counts;
    this.#messages = new Rate(settings.messagesPerSecond);
    this.#bytes = new Rate(settings.bytesPerSecond);
    this.#lastSent = clock.now();
    carrier.listen(this);
  }

  /** Bytes on their way. */
  get buffered(): number {
    return this.#carrier.buffered;
  }

  /** True while more is on its way than the line takes. */
  get isSlow(): boolean {
    return this.#stalledAt !== null;
  }

  /** Begins to read. */
  attach(session: RoomSession): void {
    this.#session = session;
    if (this.#stalledAt !== null) session.stalled();
    if (this.#carrier.isOpen) this.#carrier.resume();
    else session.leave();
  }

  send(frame: Uint8Array): void {
    if (!this.#carrier.isOpen) return;
    this.#lastSent = this.#clock.now();
    this.#counts.framesOut += 1;
    this.#counts.bytesOut += frame.length;
    this.#pending.push(frame);
    this.#pendingBytes += frame.length;
    if (this.#pending.length === 1) this.#turn.add(this);
    // Who asks for much many times at once is to be found slow before that is answered.
    if (this.#pendingBytes > this.#settings.stallAt) this.flush(this.#turn.encode);
  }

  flush(encode: Encode): void {
    const frames = this.#pending;
    if (frames.length === 0 || !this.#carrier.isOpen) return;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#carrier.write(encode(frames), this.#flushed);
    this.#measure();
  }

  close(code: CloseCode, reason: string): void {
    this.#session = null;
    this.#closedWith ??= code;
    this.flush(this.#turn.encode);
    this.#carrier.close(code, reason);
  }

  /** Takes the session out of its room and closes. */
  end(code: CloseCode, reason: string): void {
    this.#session?.leave();
    this.close(code, reason);
  }

  /** Closes if that has not been done; resolves when the line is closed. */
  async shut(code: CloseCode): Promise<void> {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    this.whenClosed(resolve);
    if (this.#carrier.isOpen) this.close(code, '');
    await closed;
  }

  /** Cuts the line if it is dead, and keeps it awake if it is quiet. */
  heartbeat(): void {
    if (!this.#isAlive) {
      this.#carrier.terminate();
      return;
    }
    this.#isAlive = false;
    if (!this.#carrier.isOpen) return;
    this.#carrier.ping();
    if (this.#clock.now() - this.#lastSent >= this.#settings.keepAlive) this.send(KEEP_ALIVE);
  }

  /** Calls `act` when the line is closed and nothing comes any more. */
  whenClosed(act: () => void): void {
    this.#whenClosed.push(act);
  }

  onAlive(): void {
    this.#isAlive = true;
  }

  onFrame(frame: Uint8Array): void {
    const session = this.#session;
    if (session === null) return;
    this.#counts.framesIn += 1;
    this.#counts.bytesIn += frame.length;
    const limit = this.#limitReachedBy(frame);
    if (limit === null) session.receive(frame);
    else this.#tooFast(limit);
  }

  onEmpty(): void {
    if (!this.#messages.take(1, this.#clock.now())) this.#tooFast('messages');
  }

  onMalformed(reason: string): void {
    this.end(CloseCode.malformed, reason);
  }

  onTooLong(): void {
    countOne(this.#counts.limits, 'frame');
    this.end(CloseCode.tooBig, 'the frame is too long');
  }

  onClose(code: number): void {
    const { closes } = this.#counts;
    countOne(closes, this.#closedWith ?? (KNOWN_CODES.has(code) ? code : 0));
    this.#session?.leave();
    for (const act of this.#whenClosed.splice(0)) act();
  }

  #limitReachedBy(frame: Uint8Array): 'messages' | 'bytes' | null {
    const now = this.#clock.now();
    const message = frame[0] === MessageType.presence ? 0 : 1;
    if (!this.#messages.take(message, now)) return 'messages';
    return this.#bytes.take(frame.length, now) ? null : 'bytes';
  }

  #tooFast(limit: 'messages' | 'bytes'): void {
    countOne(this.#counts.limits, limit);
    this.end(CloseCode.tooFast, 'more than is taken from one connection');
  }

  #measure(): void {
    const { stallAt, closeAt } = this.#settings;
    const onItsWay = this.#carrier.buffered;
    if (this.#stalledAt === null) {
      if (onItsWay <= stallAt) return;
      this.#stalledAt = onItsWay;
      this.#session?.stalled();
    } else if (onItsWay > this.#stalledAt + closeAt) {
      countOne(this.#counts.limits, 'slow');
      this.end(CloseCode.overloaded, 'the line is too slow');
    }
  }

  readonly #flushed = (): void => {
    if (this.#stalledAt === null || this.#carrier.buffered > this.#settings.stallAt / 2) return;
    this.#stalledAt = null;
    this.#session?.drained();
  };
}
