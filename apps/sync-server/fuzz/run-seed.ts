import { isDeepStrictEqual } from 'node:util';

import * as Y from 'yjs';

import { Attacker } from './attacker.ts';
import { deeperAndDeeper } from './bombs.ts';
import { hostileFrame } from './hostile-frame.ts';
import { OwnPeer, StockPeer, type Peer } from './peer.ts';
import { Random } from './random.ts';
import type { Traffic } from './traffic.ts';

/** Frames of one seed. */
export const FRAMES_PER_SEED = 1_000;
/** Frames sent before the peers are looked after. */
const MOST_AT_ONCE = 60;
/** Numbers that no hostile frame names, for whoever writes under somebody else's is believed. */
const ADA = 4_000_000_007;
const BO = 4_000_000_009;
const READER = 4_000_000_011;

export interface SeedResult {
  readonly frames: number;
  /** How often the attacker was thrown out, by close code. */
  readonly closes: ReadonlyMap<number, number>;
  /** What the room has in the end, to be found again after a restart. */
  readonly kept: Kept;
}

export interface Kept {
  readonly stateVector: Uint8Array;
  readonly words: string;
  readonly things: readonly string[];
}

const roomOf = (seed: number): string => `fuzz-${seed}`;

/**
 * One room, an attacker, and two peers who write all the while: each word must arrive at the other, no
 * line of theirs may end, and what is on disk must be what both have.
 *
 * @throws if it is not so.
 */
export async function runSeed(url: string, seed: number, traffic: Traffic): Promise<SeedResult> {
  const random = new Random(seed);
  const room = roomOf(seed);
  using ada = new OwnPeer('Ada', `${url}/${room}`, ADA);
  using bo = new StockPeer('Bo', url, room, BO);
  await Promise.all([ada.synced(), bo.synced()]);
  using attacker = new Attacker(`${url}/${room}${random.chance(0.5) ? '?ext=1' : ''}`);
  const source = {
    ...traffic,
    inOrder: traffic.frames[Symbol.iterator](),
    deeper: deeperAndDeeper(random),
  };
  let frames = 0;
  while (frames < FRAMES_PER_SEED) {
    const count = Math.min(FRAMES_PER_SEED - frames, 1 + random.below(MOST_AT_ONCE));
    await attacker.send(Array.from({ length: count }, () => hostileFrame(random, source)));
    frames += count;
    if (random.chance(0.1)) attacker.leave();
    await writeTo(bo, ada, `ada ${frames}. `);
    await writeTo(ada, bo, `bo ${frames}. `);
    await takeOutOf(bo, ada, frames);
  }
  attacker.leave();
  await ada.saved();
  await compare(url, room, ada, bo);
  return { frames, closes: attacker.closes, kept: keptBy(ada) };
}

async function writeTo(reader: Peer, writer: Peer, word: string): Promise<void> {
  const { words } = writer;
  words.insert(words.length, word);
  await reader.until(`“${word}”`, () => reader.words.toJSON().includes(word));
}

/** Each time one thing is put in, and the one before it is taken out. */
async function takeOutOf(reader: Peer, writer: Peer, frames: number): Promise<void> {
  for (const key of writer.things.keys()) writer.things.delete(key);
  writer.things.set(String(frames), true);
  await reader.until(`only thing ${frames}`, () => {
    return reader.things.has(String(frames)) && reader.things.size === 1;
  });
}

/**
 * Somebody who comes anew must get just what the two have. Only of what is deleted it may be more or less: Yjs
 * tidies up formats by itself, and otherwise when it reads them one by one.
 */
async function compare(url: string, room: string, ada: Peer, bo: Peer): Promise<void> {
  using reader = new OwnPeer('the reader', `${url}/${room}`, READER);
  await reader.synced();
  checkComplete(reader);
  for (const peer of [ada, bo]) {
    await peer.until('everything', () => isDeepStrictEqual(keptBy(reader), keptBy(peer)));
    checkComplete(peer);
  }
}

/** What the server has of a room, as somebody who comes anew gets it. */
export async function readRoom(url: string, seed: number): Promise<Kept> {
  using reader = new OwnPeer('the reader', `${url}/${roomOf(seed)}`, READER);
  await reader.synced();
  checkComplete(reader);
  return keptBy(reader);
}

function checkComplete({ doc, name }: Peer): void {
  if (doc.store.pendingStructs === null && doc.store.pendingDs === null) return;
  throw new Error(`${name} has something that builds on what is not there`);
}

const keptBy = ({ doc, words, things }: Peer): Kept => ({
  stateVector: Y.encodeStateVector(doc),
  words: words.toJSON(),
  things: [...things.keys()],
});
