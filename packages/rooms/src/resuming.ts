import type { DocumentId } from '@indelible/protocol';
import type { LoggedUpdate, UpdateLog } from '@indelible/store';
import {
  EMPTY_UPDATE,
  mergeUpdates,
  type Claim,
  type Position,
  type RoomLog,
} from '@indelible/sync';

import { parsePlace, type Head } from './head.ts';

/** Rows. With more, the usual way is as good, and does not hold up everybody else. */
const MOST = 500;

/** What was on disk after a place. */
export interface ReadTail {
  readonly place: string;
  readonly update: Uint8Array;
  /** What has come since is in the room's log, after this. */
  readonly through: Position;
}

/** Finds what came after the places of those who come back. */
export class Resuming {
  readonly #document: DocumentId;
  readonly #log: UpdateLog;
  readonly #room: RoomLog;
  /** Of the row at the writer's cursor; null if nothing is stored. */
  head: Head | null;
  /** When a line to many breaks, they come back to the same few places at once. Null: nobody does. */
  #reading: Map<string, Promise<ReadTail | null>> | null = null;

  constructor(document: DocumentId, log: UpdateLog, room: RoomLog, head: Head | null) {
    this.#document = document;
    this.#log = log;
    this.#room = room;
    this.head = head;
  }

  /**
   * What is on disk after a claimed place, if that is not all in memory. Null also if it is too much or the
   * place is none of this log's; then the usual way is gone.
   */
  read({ epoch, place }: Claim): Promise<ReadTail | null> | null {
    const { head } = this;
    const row = parsePlace(place ?? '');
    if (place === null || row === null || head === null || epoch !== head.epoch) return null;
    const count = head.seq - row.seq;
    if (row.seq < 1 || count < 1 || count > MOST) return null;
    this.#reading ??= new Map();
    const reading = this.#reading.get(place) ?? this.#read(place, row, count);
    this.#reading.set(place, reading);
    return reading;
  }

  /**
   * All that came after a claimed place; null if that is not known.
   *
   * @param tail what `read` found, if it was asked.
   */
  newsFor({ epoch, place }: Claim, tail: ReadTail | null): Uint8Array | null {
    const { head } = this;
    if (!place || head === null || epoch !== head.epoch) return null;
    const row = parsePlace(place);
    if (row?.seq === head.seq && row.at === head.at) return this.#since(this.#room.stored);
    if (tail?.place !== place) return null;
    return mergeUpdates([tail.update, this.#since(tail.through)]);
  }

  #since(position: Position): Uint8Array {
    return this.#room.since(position, Infinity)?.update ?? EMPTY_UPDATE;
  }

  async #read(
    place: string,
    { seq, at }: Omit<Head, 'epoch'>,
    count: number,
  ): Promise<ReadTail | null> {
    const through = this.#room.stored;
    try {
      const [first, ...rest] = await this.#log.readAfter(this.#document, seq - 1);
      // What is past the head as it was is in the room's log as well.
      const after = rest.slice(0, count);
      if (first?.at !== at || !follow(first, after) || after.length < count) return null;
      return { place, update: mergeUpdates(after.map(({ update }) => update)), through };
    } catch {
      // Decided here: a row that can't be read, or is not kept any more, costs a few bytes and nothing else.
      return null;
    } finally {
      this.#reading?.delete(place);
      if (this.#reading?.size === 0) this.#reading = null;
    }
  }
}

const follow = (first: LoggedUpdate, rows: readonly LoggedUpdate[]): boolean =>
  rows.every(({ seq }, index) => seq === first.seq + 1 + index);
