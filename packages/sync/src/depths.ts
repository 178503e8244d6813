import * as decoding from 'lib0/decoding';

import { readUint } from '@indelible/protocol';

import { readLength, readText, scanContent } from './content-scan.ts';
import {
  CONTENT_BITS,
  GC,
  HAS_ORIGIN,
  HAS_PARENT_SUB,
  HAS_RIGHT_ORIGIN,
  SKIP,
} from './struct-info.ts';

/** How many types may lie within each other: Yjs deletes them by recursion, and some thousand overflow its stack. */
export const MAX_TYPES = 250;

interface Id {
  readonly client: number;
  readonly clock: number;
}

/** Where a struct says that it lies. */
interface Place {
  readonly clock: number;
  readonly length: number;
  /** What it lies in or beside; nothing for what lies in a root type. */
  readonly near: readonly Id[];
  /** How much deeper than that. */
  readonly step: 0 | 1;
}

/** The depths of one client's structs: from `starts[i]` on it is `depths[i]`, and nothing is known from `end` on. */
interface Runs {
  readonly starts: number[];
  readonly depths: number[];
  end: number;
}

/** What is to be placed of one client. */
interface Queue {
  readonly client: number;
  readonly places: readonly Place[];
  next: number;
  /** Something waits for it at the moment. */
  isOpen: boolean;
}

/**
 * How many types every struct of a document lies in. What is written one after the other mostly lies in the
 * same type, so this is a few numbers for each type and not for each letter.
 */
export class Depths {
  readonly #clients = new Map<number, Runs>();
  readonly #known: Depths | null;

  /** @param known what is there already; it is not changed. */
  constructor(known: Depths | null = null) {
    this.#known = known;
  }

  /**
   * Takes in updates that have been scanned and together miss nothing.
   *
   * @returns the depth of the deepest struct in them; 1 is in a root type.
   */
  add(updates: readonly Uint8Array[]): number {
    const queues = queuesOf(updates);
    let deepest = 0;
    for (const queue of queues.values()) {
      deepest = Math.max(deepest, this.#placeAll(queue, queues));
    }
    return deepest;
  }

  /** Places what is left of a queue, and before each struct what that needs of other queues. */
  #placeAll(root: Queue, queues: ReadonlyMap<number, Queue>): number {
    let deepest = 0;
    const open = [{ queue: root, through: Infinity }];
    root.isOpen = true;
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const { queue, through } = top;
      const place = queue.places[queue.next];
      if (place === undefined || place.clock > through) {
        queue.isOpen = false;
        open.pop();
        continue;
      }
      const before = place.near.find((id) => waitsFor(queues.get(id.client), id.clock));
      const other = before === undefined ? undefined : queues.get(before.client);
      if (before !== undefined && other !== undefined) {
        other.isOpen = true;
        open.push({ queue: other, through: before.clock });
        continue;
      }
      queue.next += 1;
      deepest = Math.max(deepest, this.#place(queue.client, place));
    }
    return deepest;
  }

  #place(client: number, { clock, length, near, step }: Place): number {
    const end = this.#end(client);
    if (clock + length <= end) return 0;
    const start = Math.max(clock, end);
    // What begins among known clocks goes on where those end.
    const by = start > clock ? [{ client, clock: start - 1 }] : near;
    const depth = Math.max(by.length === 0 ? 1 : 0, ...by.map((id) => this.#depth(id) + step));
    const runs = this.#clients.get(client);
    if (runs === undefined) {
      this.#clients.set(client, { starts: [start], depths: [depth], end: clock + length });
    } else {
      if (runs.depths.at(-1) !== depth) {
        runs.starts.push(start);
        runs.depths.push(depth);
      }
      runs.end = clock + length;
    }
    return depth;
  }

  #end(client: number): number {
    const end = this.#clients.get(client)?.end;
    if (end !== undefined) return end;
    return this.#known === null ? 0 : this.#known.#end(client);
  }

  /** 0 for what is not known, which nothing can lie in. */
  #depth(id: Id): number {
    const runs = this.#clients.get(id.client);
    const index = runs === undefined ? -1 : lastAtOrBefore(runs.starts, id.clock);
    if (index >= 0) return runs?.depths[index] ?? 0;
    return this.#known === null ? 0 : this.#known.#depth(id);
  }
}

/** True if a clock is still to be placed, unless that waits for us: a circle has no depth. */
function waitsFor(queue: Queue | undefined, clock: number): boolean {
  if (queue === undefined || queue.isOpen) return false;
  const next = queue.places[queue.next];
  return next !== undefined && next.clock <= clock;
}

function lastAtOrBefore(starts: readonly number[], clock: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function queuesOf(updates: readonly Uint8Array[]): Map<number, Queue> {
  const places = new Map<number, Place[]>();
  for (const update of updates) {
    const decoder = decoding.createDecoder(update);
    for (let clients = readUint(decoder); clients > 0; clients--) readBlock(decoder, places);
  }
  const queues = new Map<number, Queue>();
  for (const [client, unordered] of places) {
    const ordered =
      updates.length === 1 ? unordered : unordered.toSorted((a, b) => a.clock - b.clock);
    queues.set(client, { client, places: ordered, next: 0, isOpen: false });
  }
  return queues;
}

function readBlock(decoder: decoding.Decoder, places: Map<number, Place[]>): void {
  const count = readUint(decoder);
  const client = readUint(decoder);
  let clock = readUint(decoder);
  const own = places.get(client) ?? [];
  places.set(client, own);
  for (let i = 0; i < count; i++) {
    const info = decoding.readUint8(decoder);
    const isItem = info !== GC && info !== SKIP;
    const where = isItem ? readWhere(decoder, info) : { near: [], step: 0 as const };
    const length = isItem ? scanContent(decoder, info & CONTENT_BITS) : readLength(decoder);
    if (info !== SKIP) own.push({ clock, length, ...where });
    clock += length;
  }
}

function readWhere(decoder: decoding.Decoder, info: number): Pick<Place, 'near' | 'step'> {
  const near: Id[] = [];
  if ((info & HAS_ORIGIN) !== 0) near.push(readId(decoder));
  if ((info & HAS_RIGHT_ORIGIN) !== 0) near.push(readId(decoder));
  if (near.length > 0) return { near, step: 0 };
  if (readUint(decoder) === 1) readText(decoder);
  else near.push(readId(decoder));
  if ((info & HAS_PARENT_SUB) !== 0) readText(decoder);
  return { near, step: 1 };
}

const readId = (decoder: decoding.Decoder): Id => ({
  client: readUint(decoder),
  clock: readUint(decoder),
});
