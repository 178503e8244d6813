import * as Y from 'yjs';

import {
  encodePresence,
  extensionFrame,
  presenceFrame,
  queryPresenceFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from '@indelible/protocol';

import { badFaithUpdate } from './bad-faith.ts';
import { aBomb } from './bombs.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Traffic } from './traffic.ts';
import { wire } from './wire.ts';

/** A text is sent as a text message, which nobody on this wire sends. */
export type HostileFrame = Uint8Array | string;

/** What stock clients have sent, to send it again and to damage it. */
export interface Source extends Traffic {
  /** The frames once more, in their order, so that there is something to build on. */
  readonly inOrder: Iterator<Uint8Array, undefined>;
  readonly deeper: Iterator<Uint8Array, undefined>;
}

type Kind = (random: Random, source: Source) => HostileFrame;

const STATES = ['{}', 'null', ' null', '{"user":{"name":"Bo"}}', '[', '"\\ud800"', '1e999', ''];

const presence: Kind = (random) =>
  presenceFrame(
    encodePresence(
      Array.from({ length: random.below(4) }, () => ({
        client: random.pick([1, 2, 3, 700, random.below(2 ** 32)]),
        clock: random.pick([0, 1, 2, random.below(100), 2 ** 32]),
        state: new TextEncoder().encode(random.pick(STATES)),
      })),
    ),
  );

const extension: Kind = (random) => {
  const n = random.below(100);
  return random.pick([
    extensionFrame({ type: 'barrier', n }),
    extensionFrame({ type: 'barrier', n }),
    extensionFrame({ type: 'saved', n }),
    extensionFrame({ type: 'status', status: 'draining', retryMs: n }),
    wire(110, random.bytes(random.below(8))),
  ]);
};

const wrap = (random: Random, update: Uint8Array): Uint8Array =>
  random.pick([updateFrame, updateFrame, step2Frame])(update);

/** Kinds of frames, and how many of a hundred. */
const KINDS: readonly (readonly [share: number, kind: Kind])[] = [
  [12, (random, { frames, inOrder }) => inOrder.next().value ?? random.pick(frames)],
  [8, (random, { frames }) => random.pick(frames)],
  [22, (random, { frames }) => mutate(random.pick(frames), random.pick(frames), random)],
  [
    20,
    (random, { updates }) =>
      wrap(random, mutate(random.pick(updates), random.pick(updates), random)),
  ],
  [18, (random) => wrap(random, badFaithUpdate(random))],
  [7, presence],
  [3, extension],
  [2, (random, { updates }) => wrap(random, Y.convertUpdateFormatV1ToV2(random.pick(updates)))],
  [2, (random) => step1Frame(random.bytes(random.below(12)))],
  [2, (random) => random.bytes(random.below(40))],
  [2, (random) => wrap(random, random.bytes(random.below(40)))],
  [1, () => queryPresenceFrame()],
  [3, (random, { deeper }) => deeper.next().value ?? aBomb(random)],
  [0.5, (random) => aBomb(random)],
  [0.5, (random) => random.pick(['', 'text', '{"type":"sync"}'])],
];
const ALL = KINDS.reduce((sum, [share]) => sum + share, 0);

/** Something that somebody who means harm, or whose software is broken, may send. */
export function hostileFrame(random: Random, source: Source): HostileFrame {
  let left = random.next() * ALL;
  for (const [share, kind] of KINDS) {
    left -= share;
    if (left < 0) return kind(random, source);
  }
  return aBomb(random);
}
