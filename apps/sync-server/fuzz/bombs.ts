import {
  encodePresence,
  extensionFrame,
  presenceFrame,
  step1Frame,
  updateFrame,
} from '@indelible/protocol';

import type { Random } from './random.ts';
import { byte, oneBlock, rootItem, sized, wire, type Part } from './wire.ts';

/** How deep and how many. */
const MANY = 20_000;
/** A client number that nobody else uses. */
const BOMBER = 1_000_003;

const json = (text: string): Uint8Array => new TextEncoder().encode(text);
const aDepth = (random: Random): number => random.pick([100, 150, 1_000, 5_000, MANY]);
const deepJson = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
/** As lib0's `Any`. */
const deepArrays = (depth: number): Uint8Array =>
  new Uint8Array(2 * depth).map((_, index) => (index % 2 === 0 ? 117 : 1));
const padded = new Uint8Array([...Array.from({ length: 200 }, () => 0x80), 1]);
const giants = [2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1];

/** Levels of types in types: `count` more after the first `from` of a client. */
function levels(client: number, from: number, count: number): Part {
  const level = (clock: number): Part =>
    clock === 0 ? [byte(7), 1, 'text', 0] : [byte(7), 0, client, clock - 1, 0];
  return [count, client, from, Array.from({ length: count }, (_, n) => level(from + n))];
}

/** Of the first level, and all that is in it, which Yjs does by recursion. */
const deleteAll = (client: number): Part => [1, client, 1, 0, 1];

const deepTypes = (client: number, depth: number, isDeleted: boolean): Uint8Array =>
  wire(1, levels(client, 0, depth), isDeleted ? deleteAll(client) : 0);

/** Types in types, a few levels at a time, and in the end the deletion of all. */
export function* deeperAndDeeper(random: Random): Generator<Uint8Array, undefined> {
  const client = BOMBER + 100;
  const step = random.pick([1, 40, 240]);
  for (let depth = 0; depth < 5_000; depth += step) {
    yield updateFrame(wire(1, levels(client, depth, step), 0));
  }
  yield updateFrame(wire(0, deleteAll(client)));
  return undefined;
}

const manyClients = (): Uint8Array =>
  wire(
    MANY,
    Array.from({ length: MANY }, (_, n): Part => [1, 2 * MANY - n, 0, byte(0), 1]),
    0,
  );

const manyDeletions = (): Uint8Array =>
  wire(
    0,
    1,
    3,
    MANY,
    Array.from({ length: MANY }, (_, n): Part => [2 * n, 1]),
  );

const manyStates = (state: string): Uint8Array =>
  encodePresence(
    Array.from({ length: 9_000 }, (_, client) => ({ client, clock: 1, state: json(state) })),
  );

/** Small frames that ask for much, and large ones that ask for more. */
const BOMBS: readonly ((random: Random) => Uint8Array)[] = [
  (random) => updateFrame(wire(1, random.pick(giants), BOMBER, 0, byte(0), 1)),
  (random) => updateFrame(wire(random.pick(giants), 0)),
  (random) => updateFrame(wire(0, 1, BOMBER, random.pick(giants))),
  (random) => updateFrame(oneBlock(1, BOMBER, random.pick(giants), [byte(0), 1])),
  (random) =>
    updateFrame(oneBlock(1, BOMBER, 0, [byte(random.pick([0, 10])), random.pick(giants)])),
  (random) => updateFrame(rootItem(BOMBER, 8, random.pick(giants))),
  (random) => updateFrame(rootItem(BOMBER, 4, random.pick(giants), 't')),
  () => updateFrame(wire(1, padded, BOMBER, 0, 0)),
  (random) => updateFrame(rootItem(BOMBER, 8, 1, deepArrays(aDepth(random)), byte(126))),
  (random) => updateFrame(rootItem(BOMBER, 5, deepJson(aDepth(random)))),
  (random) => updateFrame(deepTypes(BOMBER + random.below(5), aDepth(random), random.chance(0.5))),
  () => updateFrame(manyClients()),
  () => updateFrame(manyDeletions()),
  () => updateFrame(rootItem(BOMBER + 9, 4, 'long '.repeat(50_000))),
  () =>
    step1Frame(
      wire(
        MANY,
        Array.from({ length: 2 * MANY }, (_, n) => n),
      ),
    ),
  (random) => step1Frame(wire(random.pick(giants), 0)),
  (random) => wire(0, 2, random.pick(giants), byte(0)),
  (random) => wire(random.pick(giants)),
  () => wire(padded, 0),
  () => presenceFrame(manyStates('{}')),
  () => presenceFrame(manyStates(`"${'x'.repeat(100)}"`)),
  (random) => {
    const state = json(deepJson(aDepth(random)));
    return presenceFrame(encodePresence([{ client: 3, clock: 1, state }]));
  },
  () => presenceFrame(encodePresence([{ client: 3, clock: 2 ** 53 - 1, state: json('{}') }])),
  (random) => presenceFrame(wire(random.pick(giants), 1)),
  (random) => extensionFrame({ type: 'barrier', n: random.pick(giants) }),
  (random) => wire(110, random.below(6), padded),
  () => new Uint8Array(2 ** 20),
  () => wire(1, sized(new Uint8Array(2 ** 18).fill(255))),
];

export const aBomb = (random: Random): Uint8Array => random.pick(BOMBS)(random);
