import { step2Frame, updateFrame } from '@indelible/protocol';

import { answerStep1 } from './answer.ts';
import type { Outgoing } from './outgoing.ts';
import type { Position, RoomLog } from './room-log.ts';
import type { Session } from './session.ts';
import type { RoomSettings } from './settings.ts';
import { SharedFrames } from './shared-frames.ts';

/** Tells sessions that have said what they have what they lack. */
export class CatchUp {
  readonly #log: RoomLog;
  readonly #outgoing: Outgoing;
  readonly #settings: RoomSettings;
  readonly #updates = new SharedFrames(updateFrame);
  readonly #answers = new SharedFrames(step2Frame);

  constructor(log: RoomLog, outgoing: Outgoing, settings: RoomSettings) {
    this.#log = log;
    this.#outgoing = outgoing;
    this.#settings = settings;
  }

  /** @throws {MalformedUpdate} if the state vector is none. */
  answer(session: Session, stateVector: Uint8Array): void {
    // Who asks again before there is an answer gets that one.
    if (session.isWaiting) return;
    const through = this.#log.head;
    const answer = answerStep1(this.#log, stateVector, this.#settings.diffInline);
    if (answer.type === 'work') {
      session.isWaiting = true;
      const { parts } = answer;
      this.#outgoing.push({ type: 'diff', session: session.id, parts, stateVector, through });
    } else if (answer.update === null) {
      this.finish(session, answer.step2, through);
    } else if (session.slow) {
      // A full line takes the one answer it asked for.
      this.finish(session, this.#log.whole(), through);
    } else {
      this.#outgoing.send(session, this.#updates.get(answer.update));
      this.finish(session, answer.step2, through);
    }
  }

  /** Sends what a session lacked at `through`. */
  finish(session: Session, step2: Uint8Array, through: Position): void {
    this.#outgoing.send(session, this.#answers.get(step2));
    session.isWaiting = false;
    session.cursor = through;
  }
}
