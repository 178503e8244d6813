import { updateFrame } from '@indelible/protocol';

import type { SessionId } from './effect.ts';
import type { Outgoing } from './outgoing.ts';
import { Pace } from './pace.ts';
import type { Position, RoomLog } from './room-log.ts';
import type { Session } from './session.ts';
import type { RoomSettings } from './settings.ts';
import { SharedFrames } from './shared-frames.ts';

/** Milliseconds by which each session makes delivery slower: what it costs grows with their number. */
const PER_SESSION = 0.25;

/** Moves the cursors of sessions to the head of the log. */
export class Delivery {
  readonly #log: RoomLog;
  readonly #sessions: ReadonlyMap<SessionId, Session>;
  readonly #outgoing: Outgoing;
  readonly #settings: RoomSettings;
  readonly #pace = new Pace();
  readonly #frames = new SharedFrames(updateFrame);

  constructor(
    log: RoomLog,
    sessions: ReadonlyMap<SessionId, Session>,
    outgoing: Outgoing,
    settings: RoomSettings,
  ) {
    this.#log = log;
    this.#sessions = sessions;
    this.#outgoing = outgoing;
    this.#settings = settings;
  }

  /** When `tick` has something to do, or null. */
  get wakeAt(): number | null {
    return this.#pace.dueAt;
  }

  /** There are new entries. */
  ask(now: number): void {
    if (this.#pace.ask(now)) this.#deliver(now);
  }

  /** @returns true if it has delivered. */
  tick(now: number): boolean {
    const isDue = this.#pace.isDue(now);
    if (isDue) this.#deliver(now);
    return isDue;
  }

  /** Sends one session what it has missed, or the first piece of it; the others follow on ticks. */
  catchUp(session: Session): void {
    this.#advance(session.cursor, [session]);
  }

  /** Brings every cursor that can move to the head, or nearer; one frame for all at the same place. */
  #deliver(now: number): void {
    this.#pace.done(now, this.#interval());
    const ready = [...this.#sessions.values()].filter(({ slow }) => !slow);
    for (const [cursor, sessions] of Map.groupBy(ready, (session) => session.cursor)) {
      this.#advance(cursor, sessions);
    }
  }

  /**
   * Moves sessions that stand at the same place. What is long is sent in pieces, so that a line which has
   * been full, and is found full again after the first of them, never has much more on its way; and lines
   * that are at the same piece share its bytes.
   */
  #advance(cursor: Position | null, sessions: readonly Session[]): void {
    const most = this.#settings.maxPiece || Infinity;
    const missed = cursor === null ? null : this.#log.since(cursor, most);
    if (missed === null) return;
    for (const session of sessions) session.cursor = missed.through;
    this.#outgoing.sendAll(sessions, this.#frames.get(missed.update));
    if (missed.through < this.#log.head) this.#pace.again();
  }

  #interval(): number {
    const { deliverEvery, deliverSlowest } = this.#settings;
    return Math.max(deliverEvery, Math.min(deliverSlowest, this.#sessions.size * PER_SESSION));
  }
}
