import { CloseCode, step1Frame } from '@indelible/protocol';

import type { Delivery } from './delivery.ts';
import { HeldUpdates } from './held-updates.ts';
import { LimitReached } from './limit.ts';
import { MalformedUpdate } from './malformed-update.ts';
import type { Outgoing } from './outgoing.ts';
import type { RoomLog } from './room-log.ts';
import type { Session } from './session.ts';
import type { RoomSettings } from './settings.ts';
import { scanUpdate, type UpdateMeta } from './update-scan.ts';

/** Takes updates into the log, or holds them until what they build on is there. */
export class Intake {
  readonly #log: RoomLog;
  readonly #outgoing: Outgoing;
  readonly #delivery: Delivery;
  readonly #settings: RoomSettings;
  /** What sessions have sent that builds on something which has not come yet. */
  readonly #held = new Map<Session, HeldUpdates>();

  constructor(log: RoomLog, outgoing: Outgoing, delivery: Delivery, settings: RoomSettings) {
    this.#log = log;
    this.#outgoing = outgoing;
    this.#delivery = delivery;
    this.#settings = settings;
  }

  /** Bytes of updates that wait for something they build on. */
  get heldBytes(): number {
    return [...this.#held.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** True if something the session has sent has no place in the log yet. */
  isHolding(session: Session): boolean {
    return this.#held.has(session);
  }

  /**
   * An update from a session; those who only read are not heard.
   *
   * @throws {MalformedUpdate}
   * @throws {LimitReached}
   */
  receive(session: Session, bytes: Uint8Array, now: number): void {
    this.#checkSize(bytes);
    const meta = scanUpdate(bytes);
    if (session.role !== 'writer' || this.#log.contains(meta)) return;
    this.#checkGrowth(bytes, meta);
    // The bytes are a view into a frame that belongs to the socket.
    const update = bytes.slice();
    if (!this.#log.fits(meta)) {
      this.#hold(session, update, meta);
      return;
    }
    if (this.#log.isTooDeep(update, meta)) throw new MalformedUpdate('types nested too deeply');
    this.#append(session.author, update, meta, session, now);
  }

  /**
   * An update from the server itself.
   *
   * @throws {MalformedUpdate}
   */
  write(author: string, update: Uint8Array, now: number): void {
    const meta = scanUpdate(update);
    if (!this.#log.fits(meta)) throw new MalformedUpdate('builds on something that is not there');
    if (!this.#log.contains(meta)) this.#append(author, update, meta, null, now);
  }

  /** The session is over, and what was held of it is gone. */
  forget(session: Session): void {
    this.#held.delete(session);
  }

  #checkSize({ length }: Uint8Array): void {
    const most = this.#settings.limits.update;
    if (most === 0 || length <= most) return;
    const message = `update of ${length} bytes; at most ${most}`;
    throw new LimitReached('update', CloseCode.malformed, message);
  }

  #checkGrowth({ length }: Uint8Array, meta: UpdateMeta): void {
    const { maxDocument, maxNewClients } = this.#settings;
    if (maxDocument > 0 && this.#log.bytes + length > maxDocument) {
      const message = 'the document has reached its largest size';
      throw new LimitReached('document', CloseCode.documentFull, message);
    }
    const clients = maxNewClients === 0 ? 0 : this.#log.countNewClients(meta);
    if (clients > maxNewClients) {
      const message = `${clients} new clients in one update; at most ${maxNewClients}`;
      throw new LimitReached('clients', CloseCode.malformed, message);
    }
  }

  #append(
    author: string,
    update: Uint8Array,
    meta: UpdateMeta,
    from: Session | null,
    now: number,
  ): void {
    const before = this.#log.head;
    this.#log.append(author, update, meta);
    // Nobody gets its own entry back, unless it comes merged with those of others.
    if (from?.cursor === before) from.cursor = this.#log.head;
    this.#retryHeld();
    this.#delivery.ask(now);
  }

  #hold(session: Session, update: Uint8Array, meta: UpdateMeta): void {
    const held = this.#held.get(session) ?? new HeldUpdates();
    this.#held.set(session, held);
    held.add({ update, meta });
    if (held.bytes > this.#settings.maxHeld) {
      const message = 'too many updates with gaps before them';
      throw new LimitReached('held', CloseCode.overloaded, message);
    }
    // Once: if the answer has the same gap, asking again would go on for ever.
    if (held.size === 1) this.#outgoing.send(session, step1Frame(this.#log.stateVector()));
  }

  /** Whatever arrives may be what a held update was waiting for, and so may that one. */
  #retryHeld(): void {
    if (this.#held.size === 0) return;
    const waiting = [...this.#held];
    while (waiting.some(([{ author }, held]) => held.release(this.#log, author)));
    for (const [session, held] of waiting) {
      if (held.size > 0) continue;
      this.#held.delete(session);
      session.requests.place(this.#log.head);
    }
  }
}
