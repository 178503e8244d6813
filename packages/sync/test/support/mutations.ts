import fc from 'fast-check';

/** One way to damage bytes. `where` is a share of the length, in thousandths. */
interface Mutation {
  readonly kind: 'set' | 'flip' | 'insert' | 'remove' | 'repeat' | 'graft' | 'swap';
  readonly where: number;
  readonly value: number;
}

/** Bytes that mean something in an update: contents, flags, values, the ends of varints. */
const TELLING = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 116, 117, 118, 119, 120, 125, 126, 127, 128, 129, 132, 135,
  138, 192, 196, 228, 255,
];

const aMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('set', 'set', 'flip', 'insert', 'remove', 'repeat', 'graft', 'swap'),
  where: fc.nat(999),
  value: fc.oneof(fc.constantFrom(...TELLING), fc.nat(255)),
});

export const someMutations = fc.array(aMutation, { minLength: 1, maxLength: 4 });

/** Damages an update; `other` is another one to take pieces from. */
export function mutate(
  update: Uint8Array,
  other: Uint8Array,
  mutations: readonly Mutation[],
): Uint8Array {
  const bytes = [...update];
  for (const mutation of mutations) mutateOnce(bytes, other, mutation);
  return new Uint8Array(bytes);
}

function mutateOnce(bytes: number[], other: Uint8Array, { kind, where, value }: Mutation): void {
  const at = Math.floor((where * bytes.length) / 1000);
  const before = bytes[at] ?? 0;
  const length = (value % 8) + 1;
  switch (kind) {
    case 'set':
      bytes[at] = value;
      break;
    case 'flip':
      bytes[at] = before ^ (1 << (value % 8));
      break;
    case 'insert':
      bytes.splice(at, 0, value);
      break;
    case 'remove':
      bytes.splice(at, length);
      break;
    case 'repeat':
      bytes.splice(at, 0, ...bytes.slice(at, at + length));
      break;
    case 'graft':
      bytes.splice(
        at,
        length,
        ...other.slice(value % other.length, (value % other.length) + length),
      );
      break;
    case 'swap':
      bytes[at] = bytes[value % bytes.length] ?? 0;
      bytes[value % bytes.length] = before;
      break;
  }
}
