import type { CloseCode } from '@indelible/protocol';

import type { Clock } from '../src/clock.ts';
import type { SessionLine } from '../src/lines.ts';
import type { RoomSession } from '../src/room-session.ts';
import type { Judge } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { Pipe } from './pipe.ts';
import { digest, type Trace } from './trace.ts';

/** The end of a line that a peer holds. */
interface PeerEnd {
  hear(frame: Uint8Array): void;
  /** @param code null: the line broke. */
  lost(code: number | null): void;
}

export interface LineOptions {
  readonly clock: Clock;
  readonly latency: () => number;
  readonly trace: Trace;
  readonly judge: Judge;
  readonly ledger: Ledger;
  readonly name: string;
  readonly peer: PeerEnd;
}

/** A connection between a peer and the server, with all that can befall it. */
export class Line implements SessionLine {
  readonly #options: LineOptions;
  readonly #up: Pipe;
  readonly #down: Pipe;
  /** What came before there was a session; null once there is one, or never will be. */
  #early: Uint8Array[] | null = [];
  #session: RoomSession | null = null;
  /** What waits until the line takes more; null while it does. */
  #stalled: (() => void)[] | null = null;
  #peerIsHere = true;
  #serverIsHere = true;
  #isBroken = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#up = new Pipe(options.clock, options.latency);
    this.#down = new Pipe(options.clock, options.latency);
  }

  /** True while the server has a session on it. */
  get isAttached(): boolean {
    return this.#session !== null;
  }

  get isSlow(): boolean {
    return this.#stalled !== null;
  }

  /** How many frames are on their way. */
  get inside(): number {
    return this.#up.inside + this.#down.inside + (this.#stalled?.length ?? 0);
  }

  /** The peer sends a frame. */
  say(frame: Uint8Array): void {
    const { ledger, trace, name } = this.#options;
    if (!this.#peerIsHere) return;
    ledger.said(frame);
    trace.note(`${name} ↑ ${digest(frame)}`);
    this.#up.put(() => this.#arrive(frame));
  }

  /** The peer goes away; what it has sent still arrives. */
  hangUp(): void {
    this.#peerIsHere = false;
    this.#up.put(() => this.serverNotices());
  }

  /** The server lets the peer in. */
  attach(session: RoomSession): void {
    if (!this.#serverIsHere) {
      session.leave();
      return;
    }
    this.#session = session;
    if (this.#stalled !== null) session.stalled();
    const early = this.#early ?? [];
    this.#early = null;
    for (const frame of early) this.#receive(frame);
  }

  send(frame: Uint8Array): void {
    const { ledger, trace, name, peer } = this.#options;
    if (!this.#serverIsHere) return;
    ledger.told(frame);
    trace.note(`${name} ↓ ${digest(frame)}`);
    this.#put(() => this.#peerIsHere && peer.hear(frame));
  }

  close(code: CloseCode): void {
    if (!this.#serverIsHere) return;
    this.#options.trace.note(`${this.#options.name} closed with ${code}`);
    this.#forgetServer();
    this.#put(() => this.peerNotices(code));
  }

  /** Both ends find out at once, or the server when it has read all that was sent. */
  cut(lose: boolean): void {
    this.#down.break();
    if (lose) {
      this.#up.break();
      this.serverNotices();
    } else this.#up.put(() => this.serverNotices());
    this.peerNotices(null);
  }

  /** Frames vanish from now on. */
  breakSilently(way: 'up' | 'down' | 'both'): void {
    this.#isBroken = true;
    if (way !== 'down') this.#up.break();
    if (way !== 'up') this.#down.break();
  }

  cutIfBroken(): void {
    if (this.#isBroken) this.cut(true);
  }

  peerNotices(code: number | null): void {
    if (!this.#peerIsHere) return;
    this.#peerIsHere = false;
    this.#options.peer.lost(code);
  }

  serverNotices(): void {
    const session = this.#session;
    this.#forgetServer();
    session?.leave();
  }

  /** The process at the other end is no more. */
  abandon(): void {
    this.#forgetServer();
    this.#up.break();
    this.#down.break();
    this.peerNotices(null);
  }

  stall(): void {
    if (this.#stalled !== null || !this.#serverIsHere) return;
    this.#stalled = [];
    this.#options.ledger.stalled(true);
    this.#session?.stalled();
  }

  drain(): void {
    const waiting = this.#stalled ?? [];
    this.#stalled = null;
    for (const arrive of waiting) this.#down.put(arrive);
    this.#options.ledger.stalled(false);
    this.#session?.drained();
  }

  #put(arrive: () => void): void {
    if (this.#stalled !== null) this.#stalled.push(arrive);
    else this.#down.put(arrive);
  }

  #arrive(frame: Uint8Array): void {
    if (this.#early !== null) this.#early.push(frame);
    else this.#receive(frame);
  }

  #receive(frame: Uint8Array): void {
    try {
      this.#session?.receive(frame);
    } catch (error) {
      this.#options.judge.fail('error', `the room threw ${String(error)}`);
    }
  }

  #forgetServer(): void {
    this.#serverIsHere = false;
    this.#session = null;
    this.#early = null;
  }
}
