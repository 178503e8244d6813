import { updateFrame } from '@indelible/protocol';

import type { SessionId } from './effect.ts';
import type { Outgoing } from './outgoing.ts';
import { Pace } from './pace.ts';
import type { RoomLog } from './room-log.ts';
import type { Session } from './session.ts';

/** Moves the cursors of sessions to the head of the log. */
export class Delivery {
  readonly #log: RoomLog;
  readonly #sessions: ReadonlyMap<SessionId, Session>;
  readonly #outgoing: Outgoing;
  readonly #pace: Pace;

  constructor(
    log: RoomLog,
    sessions: ReadonlyMap<SessionId, Session>,
    outgoing: Outgoing,
    every: number,
  ) {
    this.#log = log;
    this.#sessions = sessions;
    this.#outgoing = outgoing;
    this.#pace = new Pace(every);
  }

  /** When `tick` has something to do, or null. */
  get wakeAt(): number | null {
    return this.#pace.dueAt;
  }

  /** There are new entries. */
  ask(now: number): void {
    if (this.#pace.ask(now)) this.#deliver(now);
  }

  tick(now: number): void {
    if (this.#pace.isDue(now)) this.#deliver(now);
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
    this.#pace.done(now);
    const ready = [...this.#sessions.values()].filter(({ slow }) => !slow);
    for (const [cursor, sessions] of Map.groupBy(ready, (session) => session.cursor)) {
      const update = cursor === null ? null : this.#log.since(cursor);
      if (update === null) continue;
      for (const session of sessions) session.cursor = this.#log.head;
      this.#outgoing.sendAll(sessions, updateFrame(update));
    }
  }
}
