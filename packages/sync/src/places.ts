import { extensionFrame } from '@indelible/protocol';

import type { Outgoing } from './outgoing.ts';
import type { RoomLog } from './room-log.ts';
import type { Session } from './session.ts';

/**
 * Tells those who can resume through where they have everything that is on disk.
 *
 * A place that is not clean is told only when a commit has ended, and the next commit takes all there is
 * when it begins: so when a second place arrives, all that was there before the first one is on disk.
 */
export class Places {
  readonly #log: RoomLog;
  readonly #outgoing: Outgoing;
  /** Of the newest stored row; null if there is none. */
  #place: string | null;

  constructor(log: RoomLog, outgoing: Outgoing, place: string | null) {
    this.#log = log;
    this.#outgoing = outgoing;
    this.#place = place;
  }

  /** A commit has ended, and the writer's cursor is where it ended. */
  stored(sessions: Iterable<Session>, place: string): void {
    this.#place = place;
    const told = [...sessions].filter((session) => this.#hasAllStored(session));
    for (const [clean, those] of Map.groupBy(told, (session) => this.#isClean(session))) {
      this.#outgoing.sendAll(those, extensionFrame({ type: 'place', place, clean }));
    }
  }

  /** The session has been sent something; if it has nothing now that is not on disk, it is told. */
  tell(session: Session): void {
    if (this.#place === null || !this.#hasAllStored(session) || !this.#isClean(session)) return;
    const frame = extensionFrame({ type: 'place', place: this.#place, clean: true });
    this.#outgoing.send(session, frame);
  }

  #hasAllStored({ hasPlaces, cursor, slow }: Session): boolean {
    return hasPlaces && !slow && cursor !== null && cursor >= this.#log.stored;
  }

  #isClean = ({ cursor }: Session): boolean => cursor === this.#log.stored;
}
