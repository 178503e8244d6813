import type { Duplex } from 'node:stream';

import type { RawData, WebSocket } from 'ws';

import { CloseCode, encodePresence, MessageType, presenceFrame } from '@indelible/protocol';
import type { Clock, RoomSession, SessionLine } from '@indelible/rooms';

import { countOne, type Counts } from './numbers.ts';
import { Rate } from './rate.ts';
import type { GatewaySettings } from './settings.ts';
import type { Turn } from './turn.ts';
import { encodeMessages } from './websocket-frames.ts';

const KEEP_ALIVE = presenceFrame(encodePresence([]));
/** Bytes: what a close frame can carry. */
const MAX_REASON = 120;
/** How ws says that it closes because of a frame that is too long. */
const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
/** Codes worth telling apart; a client may make up any. 1000, 1001 and 1005 are how browsers leave. */
const KNOWN_CODES: ReadonlySet<number> = new Set([
  1000,
  1001,
  1005,
  1006,
  ...Object.values(CloseCode),
]);

/** What all connections of a gateway share. */
export interface ConnectionSurroundings {
  readonly clock: Clock;
  readonly settings: GatewaySettings;
  readonly counts: Counts;
  readonly turn: Turn;
}

/** One WebSocket as a line into a room. */
export class Connection implements SessionLine {
  readonly #socket: WebSocket;
  /** Under the WebSocket: ready frames are written here, past its own framing. */
  readonly #wire: Duplex;
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

  constructor(socket: WebSocket, wire: Duplex, surroundings: ConnectionSurroundings) {
    const { clock, settings, counts, turn } = surroundings;
    this.#socket = socket;
    this.#wire = wire;
    this.#turn = turn;
    this.#clock = clock;
    this.#settings = settings;
    this.#counts = counts;
    this.#messages = new Rate(settings.messagesPerSecond);
    this.#bytes = new Rate(settings.bytesPerSecond);
    this.#lastSent = clock.now();
    // Nothing is read before there is a room to take it.
    socket.pause();
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => {
      this.#isAlive = true;
    });
    // Each is answered with a pong, so many of them are as bad as many messages.
    socket.on('ping', () => this.#messages.take(1, clock.now()) || this.#tooFast('messages'));
    // A broken line is followed by `close`; there is nothing else to do about it.
    socket.on('error', (error) => {
      if (!('code' in error) || error.code !== TOO_LONG) return;
      this.#closedWith ??= CloseCode.tooBig;
      countOne(counts.limits, 'frame');
    });
    socket.on('close', (code) => {
      countOne(counts.closes, this.#closedWith ?? (KNOWN_CODES.has(code) ? code : 0));
      this.#session?.leave();
    });
  }

  /** True while more is on its way than the line takes. */
  get isSlow(): boolean {
    return this.#stalledAt !== null;
  }

  /** Begins to read. */
  attach(session: RoomSession): void {
    this.#session = session;
    if (this.#stalledAt !== null) session.stalled();
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.resume();
    else session.leave();
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#lastSent = this.#clock.now();
    this.#counts.framesOut += 1;
    this.#counts.bytesOut += frame.length;
    this.#pending.push(frame);
    this.#pendingBytes += frame.length;
    if (this.#pending.length === 1) this.#turn.add(this);
    // Who asks for much many times at once is to be found slow before that is answered.
    if (this.#pendingBytes > this.#settings.stallAt) this.flush(encodeMessages);
  }

  flush(encode: (frames: readonly Uint8Array[]) => readonly Uint8Array[]): void {
    const frames = this.#pending;
    if (frames.length === 0 || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#pending = [];
    this.#pendingBytes = 0;
    const chunks = encode(frames);
    if (chunks.length > 1) this.#wire.cork();
    chunks.forEach((chunk, index) => {
      if (index === chunks.length - 1) this.#wire.write(chunk, this.#flushed);
      else this.#wire.write(chunk);
    });
    if (chunks.length > 1) this.#wire.uncork();
    this.#measure();
  }

  close(code: CloseCode, reason: string): void {
    this.#session = null;
    this.#closedWith ??= code;
    this.flush(encodeMessages);
    // Paused, it would never read the answer to our closing.
    this.#socket.resume();
    this.#socket.close(code, reason.slice(0, MAX_REASON));
  }

  /** Takes the session out of its room and closes. */
  end(code: CloseCode, reason: string): void {
    this.#session?.leave();
    this.close(code, reason);
  }

  /** Cuts the line if it is dead, and keeps it awake if it is quiet. */
  heartbeat(): void {
    if (!this.#isAlive) {
      this.#socket.terminate();
      return;
    }
    this.#isAlive = false;
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.ping();
    if (this.#clock.now() - this.#lastSent >= this.#settings.keepAlive) this.send(KEEP_ALIVE);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#isAlive = true;
    const session = this.#session;
    if (session === null) return;
    if (!isBinary || !Buffer.isBuffer(data)) {
      this.end(CloseCode.malformed, 'text instead of binary');
      return;
    }
    this.#counts.framesIn += 1;
    this.#counts.bytesIn += data.length;
    const limit = this.#limitReachedBy(data);
    if (limit === null) session.receive(data);
    else this.#tooFast(limit);
  }

  #limitReachedBy(frame: Buffer): 'messages' | 'bytes' | null {
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
    const onItsWay = this.#socket.bufferedAmount;
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
    if (this.#stalledAt === null || this.#socket.bufferedAmount > this.#settings.stallAt / 2)
      return;
    this.#stalledAt = null;
    this.#session?.drained();
  };
}
