import { decodePresence, isGone, MalformedFrame, presenceFrame } from '@indelible/protocol';
import type { PresenceEntry } from '@indelible/protocol';

import type { SessionId } from './effect.ts';
import { parseJson } from './json.ts';
import type { Outgoing } from './outgoing.ts';
import { Pace } from './pace.ts';
import { PresenceTable } from './presence-table.ts';
import type { Session } from './session.ts';
import type { RoomSettings } from './settings.ts';

/** More entries in one presence message are refused; a stock client echoes a whole room at once. */
const MAX_ENTRIES = 10_000;

/** Which session speaks for whom, and when the others hear of it. */
export class RoomPresence {
  readonly #table = new PresenceTable();
  readonly #sessions: ReadonlyMap<SessionId, Session>;
  readonly #outgoing: Outgoing;
  readonly #settings: RoomSettings;
  readonly #pace = new Pace();
  /** Per client, how many sessions speak for it. */
  readonly #speakers = new Map<number, number>();

  constructor(
    sessions: ReadonlyMap<SessionId, Session>,
    outgoing: Outgoing,
    settings: RoomSettings,
  ) {
    this.#sessions = sessions;
    this.#outgoing = outgoing;
    this.#settings = settings;
  }

  /** When `tick` has something to do, or null. */
  get wakeAt(): number | null {
    return this.#pace.dueAt;
  }

  /** @throws {MalformedFrame} */
  receive(session: Session, bytes: Uint8Array, now: number): void {
    const { maxPresence } = this.#settings;
    if (maxPresence > 0 && bytes.length > maxPresence) {
      this.#outgoing.push({ type: 'limited', limit: 'presence' });
      return;
    }
    const entries = decodePresence(bytes, MAX_ENTRIES);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined) this.#hearFirst(session, only);
    // A stock client echoes what it hears about others: that is dropped, silently.
    const own = entries.find(({ client }) => client === session.client);
    if (own === undefined) return;
    checkState(own);
    this.#table.set(own);
    if (this.#table.isChanged && this.#pace.ask(now)) this.#deliver(now);
  }

  /** Tells a session of everybody who is here. */
  introduce(session: Session): void {
    const presence = this.#table.all();
    if (presence !== null) this.#outgoing.send(session, presenceFrame(presence));
  }

  /** Tells a session that has missed something of everybody who is here or was. */
  catchUp(session: Session): void {
    const presence = this.#table.allAndDeparted();
    if (presence !== null) this.#outgoing.send(session, presenceFrame(presence));
  }

  /** Takes the presence of a session that has left away, unless another speaks for the same client. */
  leave({ client }: Session, now: number): void {
    if (client === null) return;
    this.#count(client, -1);
    if (this.#speakersFor(client) > 0) return;
    this.#table.remove(client);
    if (this.#table.isChanged && this.#pace.ask(now)) this.#deliver(now);
  }

  /** @param isWriting whether something else is sent to everybody now: presence that is nearly due goes with it. */
  tick(now: number, isWriting: boolean): void {
    const early = isWriting ? this.#settings.deliverEvery / 2 : 0;
    if (this.#pace.isDue(now + early)) this.#deliver(now);
  }

  /**
   * A session speaks for the client of its first presence message that says something new; what is known
   * already may be the echo of a client that has no presence of its own. Who comes back with the clock at
   * which it left is told that it is gone, and answers with a later one.
   *
   * If a client is already spoken for (the line before this one may not have been found dead yet) both
   * may, until this one turns out to be somebody else.
   */
  #hearFirst(session: Session, entry: PresenceEntry): void {
    const former = session.client;
    if (former === entry.client || isGone(entry)) return;
    const judgement = this.#table.judge(entry);
    if (former === null && judgement === 'stale') {
      this.#outgoing.send(session, presenceFrame(this.#table.farewell(entry.client)));
    }
    if (judgement !== 'news') return;
    if (former !== null) {
      if (this.#speakersFor(former) < 2 || this.#speakersFor(entry.client) > 0) return;
      this.#count(former, -1);
    }
    session.client = entry.client;
    this.#count(entry.client, 1);
  }

  #speakersFor(client: number): number {
    return this.#speakers.get(client) ?? 0;
  }

  #count(client: number, change: number): void {
    const speakers = this.#speakersFor(client) + change;
    if (speakers === 0) this.#speakers.delete(client);
    else this.#speakers.set(client, speakers);
  }

  #deliver(now: number): void {
    const { presenceEvery } = this.#settings;
    const perMillisecond = this.#budget() / 1000;
    const changes = this.#table.takeChanges(perMillisecond * presenceEvery);
    const sent = changes?.length ?? 0;
    this.#pace.done(now, Math.max(presenceEvery, sent / perMillisecond));
    if (changes === null) return;
    const listening = [...this.#sessions.values()].filter(({ slow }) => !slow);
    this.#outgoing.sendAll(listening, presenceFrame(changes));
    if (this.#table.isChanged) this.#pace.ask(now);
  }

  /** Bytes a second for each session. */
  #budget(): number {
    const { presencePerSecond, presencePerRoom } = this.#settings;
    const own = presencePerSecond === 0 ? Infinity : presencePerSecond;
    const share = presencePerRoom === 0 ? Infinity : presencePerRoom / this.#sessions.size;
    return Math.min(own, share);
  }
}

/**
 * What is passed on is read by everybody, many states in one message: one that is no JSON would cost
 * them all of it.
 */
function checkState(entry: PresenceEntry): void {
  let state: unknown;
  try {
    state = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(entry.state));
  } catch (cause) {
    throw new MalformedFrame('a presence state that is no JSON', { cause });
  }
  if (state === null && !isGone(entry)) throw new MalformedFrame('an odd way to write null');
}
