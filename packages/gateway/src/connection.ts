import type { RawData, WebSocket } from 'ws';

import { CloseCode, encodePresence, presenceFrame } from '@indelible/protocol';
import type { Clock, RoomSession, SessionLine } from '@indelible/rooms';

import type { GatewaySettings } from './settings.ts';

const KEEP_ALIVE = presenceFrame(encodePresence([]));
/** Bytes: what a close frame can carry. */
const MAX_REASON = 120;

/** One WebSocket as a line into a room. */
export class Connection implements SessionLine {
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  readonly #settings: GatewaySettings;
  #session: RoomSession | null = null;
  #lastSent: number;
  /** Something was heard since the last heartbeat. */
  #isAlive = true;
  /** Bytes on their way when the line was found slow, or null while it keeps up. */
  #stalledAt: number | null = null;

  constructor(socket: WebSocket, clock: Clock, settings: GatewaySettings) {
    this.#socket = socket;
    this.#clock = clock;
    this.#settings = settings;
    this.#lastSent = clock.now();
    // Nothing is read before there is a room to take it.
    socket.pause();
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => {
      this.#isAlive = true;
    });
    // A broken line is followed by `close`; there is nothing else to do about it.
    socket.on('error', () => {});
    socket.on('close', () => this.#session?.leave());
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
    this.#socket.send(frame, { binary: true }, () => this.#flushed());
    this.#measure();
  }

  close(code: CloseCode, reason: string): void {
    this.#session = null;
    // Paused, it would never read the answer to our closing.
    this.#socket.resume();
    this.#socket.close(code, reason.slice(0, MAX_REASON));
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
    if (isBinary && Buffer.isBuffer(data)) {
      session.receive(data);
      return;
    }
    session.leave();
    this.close(CloseCode.malformed, 'text instead of binary');
  }

  #measure(): void {
    const { stallAt, closeAt } = this.#settings;
    const onItsWay = this.#socket.bufferedAmount;
    if (this.#stalledAt === null) {
      if (onItsWay <= stallAt) return;
      this.#stalledAt = onItsWay;
      this.#session?.stalled();
    } else if (onItsWay > this.#stalledAt + closeAt) {
      this.#session?.leave();
      this.close(CloseCode.overloaded, 'the line is too slow');
    }
  }

  #flushed(): void {
    if (this.#stalledAt === null || this.#socket.bufferedAmount > this.#settings.stallAt / 2)
      return;
    this.#stalledAt = null;
    this.#session?.drained();
  }
}
