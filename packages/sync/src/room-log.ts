import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

import { ClockSet } from './clock-set.ts';
import { isComplete } from './completeness.ts';
import { Depths, MAX_TYPES } from './depths.ts';
import { MalformedUpdate } from './malformed-update.ts';
import { mergeUpdates } from './merge.ts';
import { Remembered } from './remembered.ts';
import { decodeStateVector, encodeStateVector, type StateVector } from './state-vector.ts';
import { Tail, type Missed } from './tail.ts';
import { readDeleteSet, scanUpdate, type UpdateMeta } from './update-scan.ts';

/** Index in a room's in-memory log: how many entries it has had. Means nothing outside the process. */
export type Position = number;

/** A snapshot as the store keeps it: the update with its state vector and delete set beside it. */
export interface Base {
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
  readonly deleteSet: Uint8Array;
}

export interface Entry {
  readonly position: Position;
  readonly author: string;
  readonly update: Uint8Array;
}

/**
 * What a room knows: a base and the updates since, as bytes. It never makes a `Y.Doc`.
 *
 * Cursors are kept by those who own them; the log only answers what lies after one.
 */
export class RoomLog {
  #base: Base | null;
  /** Everything through here is in the base. */
  #basePosition: Position = 0;
  readonly #tail = new Tail();
  #unsaved: Entry[] = [];
  #unsavedBytes = 0;
  #head: Position = 0;
  #stored: Position = 0;
  readonly #vector: StateVector;
  /** Made when first asked for: most rooms never need it. */
  #deleted: ClockSet | null = null;
  /** The same: a plain text never needs it. */
  #depths: Depths | null = null;
  readonly #whole = new Remembered<Position>();
  #merged = new Remembered<Position>();

  /**
   * @param rows updates that are in the store already, in order.
   * @throws {MalformedUpdate} if a row is damaged or missing: then nothing may be served.
   */
  constructor(base: Base | null, rows: readonly Uint8Array[]) {
    this.#base = base;
    this.#vector = base === null ? new Map() : decodeStateVector(base.stateVector);
    const scanned = rows.map((update) => ({ update, meta: scanUpdate(update) }));
    const metas = scanned.map(({ meta }) => meta);
    if (!isComplete(this.#vector, metas)) throw new MalformedUpdate('updates are missing');
    for (const { update, meta } of scanned) this.#push(update, meta);
    this.#stored = this.#head;
    this.#tail.fold(this.#stored);
  }

  get head(): Position {
    return this.#head;
  }

  /** The writer's cursor: entries through here are on disk. */
  get stored(): Position {
    return this.#stored;
  }

  /** Bytes of everything that is kept. */
  get bytes(): number {
    return (this.#base?.update.length ?? 0) + this.#tail.bytes;
  }

  get tailBytes(): number {
    return this.#tail.bytes;
  }

  get unsavedBytes(): number {
    return this.#unsavedBytes;
  }

  stateVector(): Uint8Array {
    return encodeStateVector(this.#vector);
  }

  /** True if everything the update builds on is there, so that nothing would be left pending. */
  fits(meta: UpdateMeta): boolean {
    for (const [client, clock] of meta.after) {
      if (this.#clock(client) < clock) return false;
    }
    for (const [client, clock] of meta.refers) {
      if (this.#clock(client) >= clock) continue;
      const own = meta.structs.findLast((run) => run.client === client);
      if (own === undefined || own.clock + own.length < clock) return false;
    }
    return true;
  }

  /** True if every struct and every deletion of the update is known. */
  contains(meta: UpdateMeta): boolean {
    if (meta.structs.some((run) => this.#clock(run.client) < run.clock + run.length)) return false;
    if (meta.deletes.length === 0) return true;
    const deleted = this.#deleteSet();
    return meta.deletes.every((run) => deleted.has(run));
  }

  /**
   * True if something in an update that fits would lie in too many types. Only what is the first in its
   * type can lie deeper than all there is, so nothing is worked out before there is such an update.
   */
  isTooDeep(update: Uint8Array, meta: UpdateMeta): boolean {
    if (!meta.nests) return false;
    if (this.#depths === null) {
      this.#depths = new Depths();
      this.#depths.add(this.parts());
    }
    return new Depths(this.#depths).add([update]) > MAX_TYPES;
  }

  /** How many Yjs clients write here for the first time. */
  countNewClients(meta: UpdateMeta): number {
    const clients = meta.structs.map(({ client }) => client);
    return new Set(clients.filter((client) => !this.#vector.has(client))).size;
  }

  /**
   * The update must fit. What is known of it already is left out: a struct that begins before the known
   * clocks and is not what was there makes Yjs throw.
   */
  append(author: string, update: Uint8Array, meta: UpdateMeta): Entry {
    const news = this.#withoutKnown(update, meta);
    this.#push(news, meta);
    const entry = { position: this.#head, author, update: news };
    this.#unsaved.push(entry);
    this.#unsavedBytes += news.length;
    return entry;
  }

  /** The entries past the writer's cursor, in order. */
  unsaved(): readonly Entry[] {
    return this.#unsaved;
  }

  /** Moves the writer's cursor forward. */
  markStored(through: Position): void {
    this.#stored = Math.max(this.#stored, through);
    const kept = this.#unsaved.findIndex((entry) => entry.position > this.#stored);
    this.#unsaved = kept === -1 ? [] : this.#unsaved.slice(kept);
    this.#unsavedBytes = this.#unsaved.reduce((sum, entry) => sum + entry.update.length, 0);
    this.#tail.fold(this.#stored);
  }

  /**
   * What follows after a cursor as one update; it may carry more than that, which does no harm. Null if
   * there is nothing.
   *
   * @param most bytes that are merged for this; a single entry, or all there is, may be longer.
   */
  since(cursor: Position, most: number): Missed | null {
    if (cursor >= this.#head) return null;
    if (cursor < this.#basePosition) return { update: this.whole(), through: this.#head };
    return this.#tail.since(cursor, most);
  }

  get base(): Base | null {
    return this.#base;
  }

  /** Everything since the base, as one update; null if there is nothing. */
  tail(): Uint8Array | null {
    if (this.#tail.isEmpty) return null;
    return this.#merged.get(this.#head, () => mergeUpdates(this.#tail.updates()));
  }

  /** Everything, as one update. */
  whole(): Uint8Array {
    return this.#whole.get(this.#head, () => mergeUpdates(this.parts()));
  }

  /** Everything, as the base and a few merged updates. */
  parts(): readonly Uint8Array[] {
    const tail = this.#tail.updates();
    return this.#base === null ? tail : [this.#base.update, ...tail];
  }

  /** The parts of the whole state through the writer's cursor, for compaction. */
  storedParts(): { readonly through: Position; readonly parts: readonly Uint8Array[] } {
    const parts = this.#tail.through(this.#stored);
    return {
      through: this.#stored,
      parts: this.#base === null ? parts : [this.#base.update, ...parts],
    };
  }

  /** Puts the fold of everything through a stored position in place of base and tail up to there. */
  rebase(base: Base, through: Position): void {
    if (through < this.#basePosition) return;
    this.#base = base;
    this.#basePosition = through;
    this.#tail.drop(through);
    this.#deleted = null;
    this.#merged = new Remembered();
  }

  #withoutKnown(update: Uint8Array, meta: UpdateMeta): Uint8Array {
    const known: StateVector = new Map();
    for (const { client, clock } of meta.structs) {
      if (this.#clock(client) > clock) known.set(client, this.#clock(client));
    }
    return known.size === 0 ? update : Y.diffUpdate(update, encodeStateVector(known));
  }

  #push(update: Uint8Array, meta: UpdateMeta): void {
    for (const { client, clock, length } of meta.structs) {
      this.#vector.set(client, Math.max(this.#clock(client), clock + length));
    }
    if (this.#deleted !== null) for (const run of meta.deletes) this.#deleted.add(run);
    this.#depths?.add([update]);
    this.#tail.push(this.#head, update);
    this.#head += 1;
  }

  #clock(client: number): number {
    return this.#vector.get(client) ?? 0;
  }

  #deleteSet(): ClockSet {
    if (this.#deleted !== null) return this.#deleted;
    const deleted = new ClockSet();
    if (this.#base !== null) {
      for (const run of readDeleteSet(decoding.createDecoder(this.#base.deleteSet))) {
        deleted.add(run);
      }
    }
    for (const update of this.#tail.updates()) {
      for (const run of scanUpdate(update).deletes) deleted.add(run);
    }
    return (this.#deleted = deleted);
  }
}
