import type { DocumentId } from '@indelible/protocol';
import type { StoredDocument } from '@indelible/store';

import type { Clock } from './clock.ts';
import { IdleRooms, type IdleLimits } from './idle-rooms.ts';
import type { OpenRoom } from './open-room.ts';

export interface RoomSource {
  /** @throws {StoreError} */
  readonly load: (document: DocumentId) => Promise<StoredDocument | null>;
  /** @throws {MalformedUpdate} if a stored row is damaged. */
  readonly make: (document: DocumentId, stored: StoredDocument | null) => OpenRoom;
}

type Slot =
  | { readonly state: 'opening'; readonly done: Promise<OpenRoom> }
  | { readonly state: 'open'; readonly room: OpenRoom }
  | { readonly state: 'closing'; readonly done: Promise<void> };

/**
 * Owns the opening and closing of documents as promises: whoever comes while one closes waits for that and
 * opens it anew, and one that can't be loaded is not served.
 */
export class RoomSlots {
  /** Rooms in which nobody is say so here. */
  readonly idle: IdleRooms<OpenRoom>;
  readonly #source: RoomSource;
  readonly #slots = new Map<DocumentId, Slot>();

  constructor(clock: Clock, limits: IdleLimits, source: RoomSource) {
    this.#source = source;
    this.idle = new IdleRooms(clock, limits, (room) => {
      if (room.isIdle) void this.#close(room);
    });
  }

  /** How many documents are open, opening or closing. */
  get size(): number {
    return this.#slots.size;
  }

  /** Those that are open. */
  rooms(): OpenRoom[] {
    return Array.from(this.#slots.values()).flatMap((slot) =>
      slot.state === 'open' ? [slot.room] : [],
    );
  }

  /** Null if the document is not open. */
  find(document: DocumentId): OpenRoom | null {
    const slot = this.#slots.get(document);
    return slot?.state === 'open' ? slot.room : null;
  }

  /**
   * @param check throws if no document may be opened any more.
   * @throws {StoreError} or {MalformedUpdate} if the document can't be loaded, and whatever `check` throws.
   */
  async open(document: DocumentId, check: () => void): Promise<OpenRoom> {
    for (;;) {
      check();
      const slot = this.#slots.get(document);
      if (slot?.state === 'open') return slot.room;
      if (slot === undefined) {
        this.#slots.set(document, { state: 'opening', done: this.#fill(document) });
      } else await slot.done;
    }
  }

  /** Takes a room out of service with which nothing can be done any more. */
  drop(room: OpenRoom): void {
    this.idle.remove(room);
    room.dispose();
    if (this.find(room.document) === room) this.#slots.delete(room.document);
  }

  /** Closes every document. */
  async closeAll(): Promise<void> {
    await Promise.all(Array.from(this.#slots.keys(), (document) => this.#closed(document)));
    this.idle[Symbol.dispose]();
  }

  /** On failure the slot is freed. */
  async #fill(document: DocumentId): Promise<OpenRoom> {
    try {
      const room = this.#source.make(document, await this.#source.load(document));
      this.#slots.set(document, { state: 'open', room });
      return room;
    } catch (error) {
      this.#slots.delete(document);
      throw error;
    }
  }

  /** Takes an idle room out of service. Never fails: everything it had is on disk already. */
  #close(room: OpenRoom): Promise<void> {
    this.idle.remove(room);
    const done = room.settle().finally(() => {
      room.dispose();
      this.#slots.delete(room.document);
    });
    this.#slots.set(room.document, { state: 'closing', done });
    return done;
  }

  async #closed(document: DocumentId): Promise<void> {
    const slot = this.#slots.get(document);
    if (slot?.state === 'opening') await slot.done.catch(() => {});
    const now = this.#slots.get(document);
    if (now?.state === 'open') await this.#close(now.room);
    else if (now?.state === 'closing') await now.done;
  }
}
