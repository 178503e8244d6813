import type { Random } from './random.ts';
import { byte, wire, type Part } from './wire.ts';

/*
 * Updates written by somebody who knows the format and means no good: well-formed bytes that say
 * whatever they like about who built on whom. A few clients and clocks, so that what is referred to is
 * often there.
 */

const CLIENTS = [3, 2, 1];
/** So many groups of them, so that some are new and some have a history. */
const GROUPS = 100;
const CLOCKS = [0, 0, 0, 0, 1, 1, 2, 3, 4, 6, 9, 14];

const anId = ({ random, clients }: Author): Part => [random.pick(clients), random.pick(CLOCKS)];
const aLength = (random: Random): number => random.below(5) + 1;

/** Who writes, and under which numbers, in descending order. */
interface Author {
  readonly random: Random;
  readonly clients: readonly number[];
}

/** Values of lib0's `Any`. */
const ANY: readonly Part[] = [
  byte(126),
  byte(127),
  [byte(125), 1],
  [byte(119), 'text'],
  [byte(117), 1, byte(117), 0],
  [byte(118), 1, 'a', byte(120)],
  [byte(116), 1, byte(1)],
  [byte(118), 1, '__proto__', byte(118), 0],
  [byte(118), 1, 'guid', byte(126)],
  [byte(118), 1, 'gc', byte(121)],
];

const CONTENTS: readonly ((random: Random) => readonly [number, Part])[] = [
  (random) => [1, aLength(random)],
  (random) => [2, [1, random.pick(['1', '"a"', 'undefined', '{}', '['])]],
  () => [3, [1, byte(7)]],
  (random) => [4, random.pick(['a', 'abcde', '🦊🦊'])],
  (random) => [4, random.pick(['a', 'abcde', '🦊🦊'])],
  (random) => [5, random.pick(['null', '{"a":1}'])],
  (random) => [6, ['bold', random.pick(['true', 'null', '{}'])]],
  (random) => {
    const type = random.below(8);
    return [7, type === 3 || type === 5 ? [type, 'p'] : type];
  },
  (random) => [8, [2, random.pick(ANY), random.pick(ANY)]],
  (random) => [9, ['guid', random.pick(ANY)]],
];

function anItem(author: Author): Part {
  const { random } = author;
  const origin = random.chance(0.6) ? anId(author) : null;
  const right = random.chance(0.4) ? anId(author) : null;
  const key = random.chance(0.3) ? random.pick(['a', 'b']) : null;
  const [content, body] = random.pick(CONTENTS)(random);
  const flags = (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === null ? 0 : 0x20);
  const parent = random.chance(0.5) ? [1, random.pick(['text', 'words'])] : [0, anId(author)];
  const place = (origin ?? right) ? [] : [parent, key ?? []];
  return [byte(content | flags), origin ?? [], right ?? [], place, body];
}

function aStruct(author: Author): Part {
  const { random } = author;
  if (random.chance(0.85)) return anItem(author);
  return [byte(random.pick([0, 10])), aLength(random)];
}

const several = (count: number, make: () => Part): Part => Array.from({ length: count }, make);

/** An update nobody's editor would write. */
export function badFaithUpdate(random: Random): Uint8Array {
  const group = random.below(GROUPS) * 1_000;
  const author = { random, clients: CLIENTS.map((client) => group + client) };
  const present = author.clients.filter(() => random.chance(0.6));
  const blocks = present.map((client): Part => {
    const structs = random.below(4) + 1;
    return [structs, client, random.pick(CLOCKS), several(structs, () => aStruct(author))];
  });
  const runs = random.below(3);
  const deletions = several(runs, () => [random.pick(CLOCKS), random.below(6)]);
  const deleteSet: Part = runs === 0 ? 0 : [1, random.pick(author.clients), runs, deletions];
  return wire(present.length, blocks, deleteSet);
}
