import type { Random } from './random.ts';

/** Bytes that mean something in an update: contents, flags, values, the ends of varints. */
const TELLING = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 110, 116, 117, 118, 119, 120, 125, 126, 127, 128, 129, 132,
  135, 138, 192, 196, 228, 255,
];

type Damage = (bytes: number[], at: number, random: Random, other: Uint8Array) => void;

const DAMAGES: readonly Damage[] = [
  (bytes, at, random) => void (bytes[at] = random.pick(TELLING)),
  (bytes, at, random) => void (bytes[at] = random.below(256)),
  (bytes, at, random) => void (bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))),
  (bytes, at, random) => void bytes.splice(at, 0, random.pick(TELLING)),
  (bytes, at, random) => void bytes.splice(at, random.below(8) + 1),
  (bytes, at, random) => void bytes.splice(at, 0, ...bytes.slice(at, at + random.below(8) + 1)),
  (bytes, at, random, other) => {
    const from = random.below(other.length);
    const length = random.below(16) + 1;
    bytes.splice(at, random.below(length + 1), ...other.slice(from, from + length));
  },
  (bytes, at) => void bytes.splice(at),
];

/** Damages bytes in one to four places; `other` is something to take pieces from. */
export function mutate(original: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const bytes = [...original];
  for (let left = random.below(4) + 1; left > 0; left--) {
    random.pick(DAMAGES)(bytes, random.below(bytes.length), random, other);
  }
  return new Uint8Array(bytes);
}
