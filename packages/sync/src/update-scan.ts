import * as decoding from 'lib0/decoding';

import { readUint } from '@indelible/protocol';

import { Causality } from './causality.ts';
import { MAX_CLOCK, readLength, readText, scanContent } from './content-scan.ts';
import { MalformedUpdate } from './malformed-update.ts';
import {
  CONTENT_BITS,
  GC,
  HAS_ORIGIN,
  HAS_PARENT_SUB,
  HAS_RIGHT_ORIGIN,
  SKIP,
} from './struct-info.ts';

/** A run of clocks of one client: `clock` is the first, `length` how many. */
export interface ClockRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** What an update says about itself, read without making a `Y.Doc` or any struct. */
export interface UpdateMeta {
  /** The structs it carries, in ascending order for each client; runs end where clocks are skipped. */
  readonly structs: readonly ClockRun[];
  /** Per client, the clock the log must have reached before this update (holes are filled before it). */
  readonly after: ReadonlyMap<number, number>;
  /** Per client, the clock that must exist once it is in: origins, parents and deleted structs. */
  readonly refers: ReadonlyMap<number, number>;
  readonly deletes: readonly ClockRun[];
  /** Something in it lies in a type that is no root type, and is the first that does. */
  readonly nests: boolean;
}

/**
 * Reads an update of format V1 from end to end and checks everything that would make a `Y.Doc` throw,
 * allocate without bound or stay incomplete, so that bytes it accepts can be kept.
 *
 *     update = varUint(clients) { varUint(structs) varUint(client) varUint(clock) struct* } deleteSet
 *
 * Blocks must come in descending order of client, as every Yjs writes them and `Y.mergeUpdates` needs.
 *
 * @throws {MalformedUpdate}
 */
export function scanUpdate(update: Uint8Array): UpdateMeta {
  try {
    return new Scan(update).run();
  } catch (cause) {
    if (cause instanceof MalformedUpdate) throw cause;
    throw new MalformedUpdate('truncated or invalid update', { cause });
  }
}

class Scan {
  readonly #decoder: decoding.Decoder;
  readonly #structs: ClockRun[] = [];
  readonly #after = new Map<number, number>();
  readonly #refers = new Map<number, number>();
  readonly #causality = new Causality();
  #nests = false;

  constructor(update: Uint8Array) {
    this.#decoder = decoding.createDecoder(update);
  }

  run(): UpdateMeta {
    const clients = readUint(this.#decoder);
    let previous = Infinity;
    for (let i = 0; i < clients; i++) {
      previous = this.#block(previous);
    }
    if (this.#causality.hasCircle()) throw new MalformedUpdate('structs build on each other');
    const deletes = readDeleteSet(this.#decoder);
    for (const { client, clock, length } of deletes) raise(this.#refers, client, clock + length);
    if (decoding.hasContent(this.#decoder)) throw new MalformedUpdate('bytes left over');
    return {
      structs: this.#structs,
      after: this.#after,
      refers: this.#refers,
      deletes,
      nests: this.#nests,
    };
  }

  #block(previous: number): number {
    const decoder = this.#decoder;
    const count = readUint(decoder);
    const client = readUint(decoder);
    let clock = readUint(decoder);
    if (client >= previous) throw new MalformedUpdate('clients out of order');
    let runStart = clock;
    for (let i = 0; i < count; i++) {
      const start = clock;
      const info = decoding.readUint8(decoder);
      clock += info === SKIP || info === GC ? readLength(decoder) : this.#item(info, client, clock);
      if (clock > MAX_CLOCK) throw new MalformedUpdate('clock too large');
      if (info !== SKIP) continue;
      this.#run(client, runStart, start);
      runStart = clock;
    }
    this.#run(client, runStart, clock);
    return client;
  }

  #run(client: number, start: number, end: number): void {
    if (start === end) return;
    this.#structs.push({ client, clock: start, length: end - start });
    raise(this.#after, client, start);
  }

  /** @returns how many clocks the item takes. */
  #item(info: number, client: number, clock: number): number {
    if ((info & HAS_ORIGIN) !== 0) this.#id(client, clock);
    if ((info & HAS_RIGHT_ORIGIN) !== 0) this.#id(client, clock);
    if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) this.#parent(info, client, clock);
    return scanContent(this.#decoder, info & CONTENT_BITS);
  }

  #parent(info: number, client: number, clock: number): void {
    const isRootName = readUint(this.#decoder) === 1;
    if (isRootName) readText(this.#decoder);
    else this.#id(client, clock);
    this.#nests ||= !isRootName;
    if ((info & HAS_PARENT_SUB) !== 0) readText(this.#decoder);
  }

  /** An id that a struct refers to. Its own client's must lie before it: Yjs does not check that. */
  #id(ownClient: number, ownClock: number): void {
    const client = readUint(this.#decoder);
    const clock = readUint(this.#decoder);
    if (clock >= MAX_CLOCK) throw new MalformedUpdate('clock too large');
    if (client !== ownClient) {
      this.#causality.need(ownClient, { clock: ownClock, onClient: client, onClock: clock });
    } else if (clock >= ownClock) {
      throw new MalformedUpdate('refers to its future');
    }
    raise(this.#refers, client, clock + 1);
  }
}

/**
 * Reads a delete set of format V1; the decoder is left behind it.
 *
 *     deleteSet = varUint(clients) { varUint(client) varUint(runs) { varUint(clock) varUint(length) } }
 *
 * @throws {MalformedUpdate} or what lib0 throws on truncation.
 */
export function readDeleteSet(decoder: decoding.Decoder): ClockRun[] {
  const deletes: ClockRun[] = [];
  for (let clients = readUint(decoder); clients > 0; clients--) {
    const client = readUint(decoder);
    for (let runs = readUint(decoder); runs > 0; runs--) {
      const clock = readUint(decoder);
      // An empty run makes Yjs throw, or stays pending for ever.
      const length = readLength(decoder);
      if (clock + length > MAX_CLOCK) throw new MalformedUpdate('clock too large');
      deletes.push({ client, clock, length });
    }
  }
  return deletes;
}

function raise(clocks: Map<number, number>, client: number, clock: number): void {
  const known = clocks.get(client);
  if (known === undefined || known < clock) clocks.set(client, clock);
}
