import { CloseCode, step1Frame } from '@indelible/protocol';

import type { Delivery } from './delivery.ts';
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
  /** Those with updates that wait for something they build on. */
  readonly #holding = new Set<Session>();

  constructor(log: RoomLog, outgoing: Outgoing, delivery: Delivery, settings: RoomSettings) {
    this.#log = log;
    this.#outgoing = outgoing;
    this.#delivery = delivery;
    this.#settings = settings;
  }

  /** Bytes of updates that wait for something they build on. */
  get heldBytes(): number {
    return [...this.#holding].reduce((sum, { held }) => sum + held.bytes, 0);
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
    if (this.#log.fits(meta)) this.#append(session.author, update, meta, session, now);
    else this.#hold(session, update, meta);
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
    this.#holding.delete(session);
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
    const { held } = session;
    held.add({ update, meta });
    this.#holding.add(session);
    if (held.bytes > this.#settings.maxHeld) {
      const message = 'too many updates with gaps before them';
      throw new LimitReached('held', CloseCode.overloaded, message);
    }
    // Once: if the answer has the same gap, asking again would go on for ever.
    if (held.size === 1) this.#outgoing.send(session, step1Frame(this.#log.stateVector()));
  }

  /** Whatever arrives may be what a held update was waiting for, and so may that one. */
  #retryHeld(): void {
    if (this.#holding.size === 0) return;
    const waiting = [...this.#holding];
    while (waiting.some(({ held, author }) => held.release(this.#log, author)));
    for (const session of waiting) {
      if (session.held.size > 0) continue;
      this.#holding.delete(session);
      session.requests.place(this.#log.head);
    }
  }
}
