import * as Y from 'yjs';

/**
 * What became of letters and blocks whose place in the document changed. A Yjs type can't be moved: a paragraph
 * that becomes a list item is deleted and made anew, letter by letter. Each such copy is noted here by whoever made
 * it, for two purposes: words that were typed into the old paragraph meanwhile find their place in the new one, and
 * when two people made the same copy, one of the two goes.
 */
export const copiesOf = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('copies');

/** One letter (a UTF-16 unit) or one element of the document. */
export interface Unit {
  readonly client: number;
  readonly clock: number;
}

/** `length` units from `copy` on were made of as many from `source` on. */
export interface Copy {
  readonly length: number;
  readonly copy: Unit;
  readonly source: Unit;
}

/** Joins pairs of units into as few copies as possible. */
export function joinCopies(pairs: Iterable<readonly [source: Unit, copy: Unit]>): Copy[] {
  const copies: Copy[] = [];
  for (const [source, copy] of pairs) {
    const last = copies.at(-1);
    if (last !== undefined && follows(last, last.copy, copy) && follows(last, last.source, source))
      copies.splice(-1, 1, { ...last, length: last.length + 1 });
    else copies.push({ length: 1, copy, source });
  }
  return copies;
}

const follows = ({ length }: Copy, start: Unit, unit: Unit): boolean =>
  unit.client === start.client && unit.clock === start.clock + length;

export const toRow = ({ length, copy, source }: Copy): number[] => [
  length,
  copy.client,
  copy.clock,
  source.client,
  source.clock,
];

/** Null for what can't have been written by us. */
export function parseCopy(row: unknown): Copy | null {
  if (!Array.isArray(row) || row.length !== 5) return null;
  const [length, client, clock, fromClient, fromClock] = row.map((n: unknown) =>
    typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : -1,
  );
  if (length === undefined || client === undefined || clock === undefined) return null;
  if (fromClient === undefined || fromClock === undefined) return null;
  if (Math.min(length - 1, client, clock, fromClient, fromClock) < 0) return null;
  const [copy, source] = [
    { client, clock },
    { client: fromClient, clock: fromClock },
  ];
  return overlaps(copy, length, source, length) ? null : { length, copy, source };
}

/** All copies that were noted, to be asked where something came from and what became of it. */
export class CopyIndex {
  readonly #bySource = new Map<number, Copy[]>();
  readonly #byCopy = new Map<number, Copy[]>();

  add(copy: Copy): void {
    listIn(this.#bySource, copy.source.client).push(copy);
    listIn(this.#byCopy, copy.copy.client).push(copy);
  }

  /** The copies of any of these units. */
  madeOf(start: Unit, length = 1): Copy[] {
    const all = this.#bySource.get(start.client) ?? [];
    return all.filter((copy) => overlaps(copy.source, copy.length, start, length));
  }

  /** The copies that these units, or some of them, are. */
  behind(start: Unit, length = 1): Copy[] {
    const all = this.#byCopy.get(start.client) ?? [];
    return all.filter((copy) => overlaps(copy.copy, copy.length, start, length));
  }

  /** The unit and everything that was made of it, whatever has been made first being last. */
  *descendants(unit: Unit, seen = new Set<string>()): Generator<Unit> {
    // Also what makes no sense, copies in a circle, has an end.
    if (seen.has(keyOf(unit))) return;
    seen.add(keyOf(unit));
    for (const copy of byPrecedence(this.madeOf(unit))) {
      yield* this.descendants(copyOf(unit, copy), seen);
    }
    yield unit;
  }

  /** Everything made of the same unit as this one, the nearest relatives first. */
  *relatives(unit: Unit, seen = new Set<string>()): Generator<Unit> {
    yield* this.descendants(unit, seen);
    for (const copy of this.behind(unit)) {
      const source = sourceOf(unit, copy);
      if (!seen.has(keyOf(source))) yield* this.relatives(source, seen);
    }
  }
}

/** Tells units apart in sets. */
export const keyOf = ({ client, clock }: Unit): string => `${client}:${clock}`;

/** Of two copies of the same unit the later one of this order stays. The same everywhere. */
export const byPrecedence = (copies: readonly Copy[]): Copy[] =>
  copies.toSorted((a, b) => b.copy.client - a.copy.client || b.copy.clock - a.copy.clock);

/** What `copy` made of one of its sources. */
export const copyOf = (source: Unit, { copy, source: { clock } }: Copy): Unit => ({
  client: copy.client,
  clock: copy.clock + source.clock - clock,
});

/** What `copy` made this unit of. */
const sourceOf = (unit: Unit, { copy: { clock }, source }: Copy): Unit => ({
  client: source.client,
  clock: source.clock + unit.clock - clock,
});

const overlaps = (a: Unit, aLength: number, b: Unit, bLength: number): boolean =>
  a.client === b.client && a.clock < b.clock + bLength && b.clock < a.clock + aLength;

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

/** The copies that a transaction has added to those noted. */
export function heardIn({ doc, beforeState, afterState }: Y.Transaction): Copy[] {
  const rows = copiesOf(doc);
  return Array.from(afterState).flatMap(([client, clock]) => {
    const since = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (structs === undefined || since >= clock) return [];
    return structs.slice(Y.findIndexSS(structs, since)).flatMap((item) => {
      if (!(item instanceof Y.Item) || item.parent !== rows) return [];
      if (!(item.content instanceof Y.ContentAny)) return [];
      const added: unknown[] = item.content.arr.slice(Math.max(0, since - item.id.clock));
      return added.flatMap((row) => parseCopy(row) ?? []);
    });
  });
}
