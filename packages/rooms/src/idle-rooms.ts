import type { Clock } from './clock.ts';

/** A room in which nobody is and nothing waits to be saved. */
interface IdleRoom {
  /** Of its document in memory. */
  readonly bytes: number;
}

export interface IdleLimits {
  /** Milliseconds. */
  readonly closeAfter: number;
  /** Bytes of all idle rooms together; 0 for no limit. */
  readonly maxIdle: number;
}

/**
 * Rooms that are kept open in case somebody comes back: for a while, and only as many as fit; those that were
 * left first go first.
 */
export class IdleRooms<Room extends IdleRoom> {
  readonly #clock: Clock;
  readonly #limits: IdleLimits;
  readonly #close: (room: Room) => void;
  /** Longest idle first. */
  readonly #rooms = new Map<Room, { readonly since: number; readonly bytes: number }>();
  #bytes = 0;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, limits: IdleLimits, close: (room: Room) => void) {
    this.#clock = clock;
    this.#limits = limits;
    this.#close = close;
  }

  /** Bytes of all of them. */
  get bytes(): number {
    return this.#bytes;
  }

  /** A room has become idle. */
  add(room: Room): void {
    if (this.#rooms.has(room)) return;
    const { bytes } = room;
    this.#rooms.set(room, { since: this.#clock.now(), bytes });
    this.#bytes += bytes;
    this.#makeSpaceFor(room);
    this.#watch();
  }

  /** Somebody has come back, or the room is gone. */
  remove(room: Room): void {
    const known = this.#rooms.get(room);
    if (known === undefined) return;
    this.#rooms.delete(room);
    this.#bytes -= known.bytes;
  }

  [Symbol.dispose](): void {
    this.#cancel?.();
    this.#rooms.clear();
  }

  /** However large a room is, there is a moment in which whoever opened it can enter. */
  #makeSpaceFor(last: Room): void {
    const { maxIdle } = this.#limits;
    if (maxIdle === 0) return;
    for (const room of this.#rooms.keys()) {
      if (this.#bytes <= maxIdle || room === last) return;
      this.remove(room);
      this.#close(room);
    }
  }

  /** One timer, for the one that has been idle for longest. */
  #watch(): void {
    const [first] = this.#rooms.values();
    if (first === undefined || this.#cancel !== null) return;
    const due = first.since + this.#limits.closeAfter;
    this.#cancel = this.#clock.after(Math.max(0, due - this.#clock.now()), () => {
      this.#cancel = null;
      this.#closeOverdue();
      this.#watch();
    });
  }

  #closeOverdue(): void {
    const now = this.#clock.now();
    for (const [room, { since }] of this.#rooms) {
      // A clock that was set back keeps nothing open for ever.
      if (now >= since && now < since + this.#limits.closeAfter) return;
      this.remove(room);
      this.#close(room);
    }
  }
}
