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

/** Where a struct says that it lies; or several that lie where the first does. */
interface Place {
  readonly clock: number;
  length: number;
  /** What it lies in or beside; null for what lies in a root type. */
  readonly onClient: number | null;
  readonly onClock: number;
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
      const other = place.onClient === null ? undefined : queues.get(place.onClient);
      if (other !== undefined && isWaiting(other, place.onClock)) {
        other.isOpen = true;
        open.push({ queue: other, through: place.onClock });
        continue;
      }
      queue.next += 1;
      deepest = Math.max(deepest, this.#place(queue.client, place));
    }
    return deepest;
  }

  #place(client: number, place: Place): number {
    const known = this.#end(client);
    const end = place.clock + place.length;
    if (end <= known) return 0;
    const start = Math.max(place.clock, known);
    // What begins among known clocks goes on where those end.
    const depth = start > place.clock ? this.#depth(client, start - 1) : this.#depthOf(place);
    const runs = this.#clients.get(client);
    if (runs === undefined) {
      this.#clients.set(client, { starts: [start], depths: [depth], end });
    } else {
      if (runs.depths.at(-1) !== depth) {
        runs.starts.push(start);
        runs.depths.push(depth);
      }
      runs.end = end;
    }
    return depth;
  }

  #end(client: number): number {
    const end = this.#clients.get(client)?.end;
    if (end !== undefined) return end;
    return this.#known === null ? 0 : this.#known.#end(client);
  }

  #depthOf({ onClient, onClock, step }: Place): number {
    return onClient === null ? 1 : this.#depth(onClient, onClock) + step;
  }

  /** 0 for what is not known, which nothing can lie in. */
  #depth(client: number, clock: number): number {
    const runs = this.#clients.get(client);
    const index = runs === undefined ? -1 : lastAtOrBefore(runs.starts, clock);
    if (index >= 0) return runs?.depths[index] ?? 0;
    return this.#known === null ? 0 : this.#known.#depth(client, clock);
  }
}

/** True if a clock is still to be placed, unless that waits for us: a circle has no depth. */
function isWaiting(queue: Queue, clock: number): boolean {
  if (queue.isOpen) return false;
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
  let last: Place | null = null;
  for (let i = 0; i < count; i++) {
    const info = decoding.readUint8(decoder);
    const isItem = info !== GC && info !== SKIP;
    const place = isItem ? readPlace(decoder, info, clock) : newPlace(clock);
    place.length = isItem ? scanContent(decoder, info & CONTENT_BITS) : readLength(decoder);
    clock += place.length;
    if (info === SKIP) last = null;
    else if (last !== null && isBeside(place, client)) last.length += place.length;
    else own.push((last = place));
  }
}

/** Beside the struct before it, and so in the same type. */
const isBeside = ({ clock, onClient, onClock, step }: Place, client: number): boolean =>
  onClient === client && onClock === clock - 1 && step === 0;

const newPlace = (
  clock: number,
  onClient: number | null = null,
  onClock = 0,
  step: 0 | 1 = 0,
): Place => ({ clock, length: 0, onClient, onClock, step });

/** Of what it lies beside, the left one decides, as it does in Yjs. */
function readPlace(decoder: decoding.Decoder, info: number, clock: number): Place {
  let place: Place | null = null;
  if ((info & HAS_ORIGIN) !== 0) place = readOn(decoder, clock, 0);
  if ((info & HAS_RIGHT_ORIGIN) !== 0) {
    const right = readOn(decoder, clock, 0);
    place ??= right;
  }
  if (place !== null) return place;
  const isInRoot = readUint(decoder) === 1;
  if (isInRoot) readText(decoder);
  const parent = isInRoot ? newPlace(clock) : readOn(decoder, clock, 1);
  if ((info & HAS_PARENT_SUB) !== 0) readText(decoder);
  return parent;
}

const readOn = (decoder: decoding.Decoder, clock: number, step: 0 | 1): Place =>
  newPlace(clock, readUint(decoder), readUint(decoder), step);
