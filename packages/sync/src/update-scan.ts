import * as decoding from 'lib0/decoding';

/** A run of clocks of one client: `clock` is the first, `length` how many. */
export interface ClockRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** What an update says about itself, read without making a `Y.Doc` or any struct. */
export interface UpdateMeta {
  /** The structs it carries, one run per client (skipped clocks included). */
  readonly structs: readonly ClockRun[];
  /** Per client, the clock the log must have reached before this update (holes are filled before it). */
  readonly after: ReadonlyMap<number, number>;
  /** Per client, the clock that must exist once it is in: origins, parents and deleted structs. */
  readonly refers: ReadonlyMap<number, number>;
  readonly deletes: readonly ClockRun[];
}

/** Bytes that are no Yjs update of format V1, or break a limit. */
export class MalformedUpdate extends Error {
  readonly code = 'MALFORMED_UPDATE';
}

/** One past the greatest clock we keep. A clock counts keystrokes; a greater one is an attack. */
const MAX_CLOCK = 2 ** 32;
const MAX_DEPTH = 100;

/** Struct and content numbers of update format V1. Source: yjs 13.6 `structs/Item.js`, `utils/encoding.js`. */
const Ref = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
} as const;

const HAS_ORIGIN = 0b1000_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_PARENT_SUB = 0b0010_0000;
const REF_BITS = 0b0001_1111;

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
  const scan = new Scan(update);
  try {
    return scan.run();
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

  constructor(update: Uint8Array) {
    this.#decoder = decoding.createDecoder(update);
  }

  run(): UpdateMeta {
    const clients = decoding.readVarUint(this.#decoder);
    let previous = Infinity;
    for (let i = 0; i < clients; i++) {
      previous = this.#block(previous);
    }
    const deletes = this.#deleteSet();
    if (decoding.hasContent(this.#decoder)) throw new MalformedUpdate('bytes left over');
    return { structs: this.#structs, after: this.#after, refers: this.#refers, deletes };
  }

  #block(previous: number): number {
    const decoder = this.#decoder;
    const count = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    const first = decoding.readVarUint(decoder);
    if (client >= previous) throw new MalformedUpdate('clients out of order');
    let clock = first;
    for (let i = 0; i < count; i++) {
      clock += this.#struct(client, clock);
      if (clock > MAX_CLOCK) throw new MalformedUpdate('clock too large');
    }
    if (clock > first) {
      this.#structs.push({ client, clock: first, length: clock - first });
      raise(this.#after, client, first);
    }
    return client;
  }

  /** @returns how many clocks the struct takes. */
  #struct(client: number, clock: number): number {
    const info = decoding.readUint8(this.#decoder);
    const ref = info & REF_BITS;
    if (ref === Ref.gc) return this.#length();
    if (ref === Ref.skip) {
      const length = this.#length();
      raise(this.#after, client, clock + length);
      return length;
    }
    if ((info & HAS_ORIGIN) !== 0) this.#id(client, clock);
    if ((info & HAS_RIGHT_ORIGIN) !== 0) this.#id(client, clock);
    if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) this.#parent(info, client, clock);
    return this.#content(ref);
  }

  #parent(info: number, client: number, clock: number): void {
    const isRootName = decoding.readVarUint(this.#decoder) === 1;
    if (isRootName) this.#string();
    else this.#id(client, clock);
    if ((info & HAS_PARENT_SUB) !== 0) this.#string();
  }

  /** An id that a struct refers to. Its own client's must lie before it: Yjs does not check that. */
  #id(ownClient: number, ownClock: number): void {
    const client = decoding.readVarUint(this.#decoder);
    const clock = decoding.readVarUint(this.#decoder);
    if (clock >= MAX_CLOCK) throw new MalformedUpdate('clock too large');
    if (client === ownClient && clock >= ownClock)
      throw new MalformedUpdate('refers to its future');
    raise(this.#refers, client, clock + 1);
  }

  #content(ref: number): number {
    const decoder = this.#decoder;
    switch (ref) {
      case Ref.deleted:
        return this.#length();
      case Ref.json:
        return this.#times(() => this.#json(true));
      case Ref.binary:
        decoding.readVarUint8Array(decoder);
        return 1;
      case Ref.string:
        return this.#textLength();
      case Ref.embed:
        this.#json(false);
        return 1;
      case Ref.format:
        this.#string();
        this.#json(false);
        return 1;
      case Ref.type:
        this.#type();
        return 1;
      case Ref.any:
        return this.#times(() => this.#any(0));
      case Ref.doc:
        this.#string();
        this.#any(0);
        return 1;
      default:
        throw new MalformedUpdate(`unknown content ${ref}`);
    }
  }

  #length(): number {
    const length = decoding.readVarUint(this.#decoder);
    if (length === 0 || length >= MAX_CLOCK) throw new MalformedUpdate('length out of range');
    return length;
  }

  #times(read: () => void): number {
    const count = this.#length();
    for (let i = 0; i < count; i++) read();
    return count;
  }

  #textLength(): number {
    const length = this.#string().length;
    if (length === 0) throw new MalformedUpdate('empty text');
    return length;
  }

  /** Throws on invalid UTF-8, as Yjs does. */
  #string(): string {
    return decoding.readVarString(this.#decoder);
  }

  #json(orUndefined: boolean): void {
    const text = this.#string();
    if (orUndefined && text === 'undefined') return;
    const value: unknown = JSON.parse(text);
    checkDepth(value, 0);
  }

  /** Array, map, text, XML element, fragment, hook, XML text; elements and hooks have a name. */
  #type(): void {
    const ref = decoding.readVarUint(this.#decoder);
    if (ref > 6) throw new MalformedUpdate(`unknown type ${ref}`);
    if (ref === 3 || ref === 5) this.#string();
  }

  /** Source: lib0 `decoding.readAny`, read here because that one recurses without a limit. */
  #any(depth: number): void {
    if (depth > MAX_DEPTH) throw new MalformedUpdate('nested too deeply');
    const decoder = this.#decoder;
    const kind = decoding.readUint8(decoder);
    switch (kind) {
      case 127: // undefined
      case 126: // null
      case 121: // false
      case 120: // true
        return;
      case 125:
        decoding.readVarInt(decoder);
        return;
      case 124:
        decoding.readFloat32(decoder);
        return;
      case 123:
        decoding.readFloat64(decoder);
        return;
      case 122:
        decoding.readBigInt64(decoder);
        return;
      case 119:
        this.#string();
        return;
      case 118:
        for (let left = decoding.readVarUint(decoder); left > 0; left--) {
          this.#string();
          this.#any(depth + 1);
        }
        return;
      case 117:
        for (let left = decoding.readVarUint(decoder); left > 0; left--) this.#any(depth + 1);
        return;
      case 116:
        decoding.readVarUint8Array(decoder);
        return;
      default:
        throw new MalformedUpdate(`unknown value ${kind}`);
    }
  }

  #deleteSet(): ClockRun[] {
    const deletes = readDeleteSet(this.#decoder);
    for (const { client, clock, length } of deletes) raise(this.#refers, client, clock + length);
    return deletes;
  }
}

/**
 * Reads a delete set of format V1; the decoder is left behind it.
 *
 *     deleteSet = varUint(clients) { varUint(client) varUint(runs) { varUint(clock) varUint(length) } }
 */
export function readDeleteSet(decoder: decoding.Decoder): ClockRun[] {
  const deletes: ClockRun[] = [];
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder);
    for (let runs = decoding.readVarUint(decoder); runs > 0; runs--) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (clock + length > MAX_CLOCK) throw new MalformedUpdate('clock too large');
      if (length > 0) deletes.push({ client, clock, length });
    }
  }
  return deletes;
}

function raise(clocks: Map<number, number>, client: number, clock: number): void {
  const known = clocks.get(client);
  if (known === undefined || known < clock) clocks.set(client, clock);
}

function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw new MalformedUpdate('nested too deeply');
  for (const child of Object.values(value)) checkDepth(child, depth + 1);
}
