import { updateFrame } from '@indelible/protocol';

import type { SessionId } from './effect.ts';
import type { Outgoing } from './outgoing.ts';
import { Pace } from './pace.ts';
import type { RoomLog } from './room-log.ts';
import type { Session } from './session.ts';
import type { RoomSettings } from './settings.ts';

/** Milliseconds by which each session makes delivery slower: what it costs grows with their number. */
const PER_SESSION = 0.25;

/** Moves the cursors of sessions to the head of the log. */
export class Delivery {
  readonly #log: RoomLog;
  readonly #sessions: ReadonlyMap<SessionId, Session>;
  readonly #outgoing: Outgoing;
  readonly #settings: RoomSettings;
  readonly #pace = new Pace();

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

  /** Sends one session what it has missed, as one update. */
  catchUp(session: Session): void {
    const missed = session.cursor === null ? null : this.#log.since(session.cursor);
    if (missed === null) return;
    session.cursor = this.#log.head;
    this.#outgoing.send(session, updateFrame(missed));
  }

  /** Brings every cursor that can move to the head; one frame for all who stand at the same place. */
  #deliver(now: number): void {
    this.#pace.done(now, this.#interval());
    const ready = [...this.#sessions.values()].filter(({ slow }) => !slow);
    for (const [cursor, sessions] of Map.groupBy(ready, (session) => session.cursor)) {
      const update = cursor === null ? null : this.#log.since(cursor);
      if (update === null) continue;
      for (const session of sessions) session.cursor = this.#log.head;
      this.#outgoing.sendAll(sessions, updateFrame(update));
    }
  }

  #interval(): number {
    const { deliverEvery, deliverSlowest } = this.#settings;
    return Math.max(deliverEvery, Math.min(deliverSlowest, this.#sessions.size * PER_SESSION));
  }
}
