import fc from 'fast-check';

import { any, byte, bytes, type Part } from './wire.ts';

/*
 * Updates written by somebody who knows the format and means no good: well-formed bytes that say
 * whatever they like about who built on whom.
 */

const aClient = fc.integer({ min: 1, max: 3 });
/** Mostly small, so that what is referred to is often there. */
const aClock = fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 3, 4, 6, 9, 14);
const anId = fc.tuple(aClient, aClock);
const aLength = fc.integer({ min: 1, max: 5 });

const anAnyValue = fc.constantFrom<unknown>(
  null,
  undefined,
  1,
  'text',
  [1, [2]],
  { a: 1 },
  new Uint8Array([1]),
  JSON.parse('{"__proto__":{"a":1}}'),
  { guid: null },
  { gc: 5, meta: [] },
);

const aContent: fc.Arbitrary<readonly [number, readonly Part[]]> = fc.oneof(
  { weight: 2, arbitrary: aLength.map((length) => [1, [length]] as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('1', '"a"', 'undefined', '{}', '[')
      .map((text) => [2, [1, text]] as const),
  },
  { weight: 1, arbitrary: fc.constant([3, [1, byte(7)]] as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'abcde', '🦊🦊').map((text) => [4, [text]] as const),
  },
  { weight: 1, arbitrary: fc.constantFrom('null', '{"a":1}').map((text) => [5, [text]] as const) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('true', 'null', '{}').map((text) => [6, ['bold', text]] as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 0, max: 7 })
      .map((type) => [7, type === 3 || type === 5 ? [type, 'p'] : [type]] as const),
  },
  { weight: 2, arbitrary: anAnyValue.map((value) => [8, [2, any(value), any(1)]] as const) },
  { weight: 1, arbitrary: anAnyValue.map((value) => [9, ['guid', any(value)]] as const) },
);

const aParent: fc.Arbitrary<readonly Part[]> = fc.oneof(
  fc.constantFrom('text', 'list').map((name) => [1, name]),
  anId.map(([client, clock]) => [0, client, clock]),
);

const anItem: fc.Arbitrary<readonly Part[]> = fc
  .record({
    origin: fc.option(anId, { freq: 2 }),
    rightOrigin: fc.option(anId, { freq: 1 }),
    parent: aParent,
    parentSub: fc.option(fc.constantFrom('a', 'b'), { freq: 1 }),
    content: aContent,
  })
  .map(({ origin, rightOrigin, parent, parentSub, content: [ref, body] }) => {
    const flags = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (parentSub === null ? 0 : 0x20);
    const hasParent = origin === null && rightOrigin === null;
    return [
      byte(ref | flags),
      ...(origin ?? []),
      ...(rightOrigin ?? []),
      ...(hasParent ? [...parent, ...(parentSub === null ? [] : [parentSub])] : []),
      ...body,
    ];
  });

const aStruct = fc.oneof(
  { weight: 12, arbitrary: anItem },
  { weight: 1, arbitrary: aLength.map((length): readonly Part[] => [byte(0), length]) },
  { weight: 1, arbitrary: aLength.map((length): readonly Part[] => [byte(10), length]) },
);

const aBlock = fc.record({
  clock: aClock,
  structs: fc.array(aStruct, { minLength: 1, maxLength: 4 }),
});

const aDeleteSet = fc.array(
  fc.record({
    client: aClient,
    runs: fc.array(fc.tuple(aClock, fc.integer({ min: 0, max: 5 })), { maxLength: 3 }),
  }),
  { maxLength: 1 },
);

export const aWrittenUpdate = fc
  .tuple(
    fc.uniqueArray(aClient, { minLength: 1, maxLength: 3 }),
    fc.array(aBlock, { minLength: 3, maxLength: 3 }),
    aDeleteSet,
  )
  .map(([clients, blocks, deletes]) => {
    const inOrder = clients.toSorted((a, b) => b - a);
    return bytes(
      inOrder.length,
      ...inOrder.flatMap((client, index) => {
        const { clock, structs } = blocks[index] ?? { clock: 0, structs: [] };
        return [structs.length, client, clock, ...structs.flat()];
      }),
      deletes.length,
      ...deletes.flatMap(({ client, runs }) => [client, runs.length, ...runs.flat()]),
    );
  });
