import { setTimeout } from 'node:timers/promises';

import type { RunningServer } from '../servers/running-server.ts';
import { Latencies } from './latencies.ts';
import { LoadedRoom } from './loaded-room.ts';

export interface Load {
  readonly rooms: number;
  readonly people: number;
  /** Of each person, per second. */
  readonly edits: number;
  readonly moves: number;
  /** How long everybody types before anything is measured, and while it is. */
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface LoadFigures {
  /** Letters typed while it was measured. */
  readonly edits: number;
  /** The server's CPU seconds for 1000 edits. */
  readonly cpuPer1000: number;
  /** How much of its core the server took, 0 to 1. */
  readonly serverShare: number;
  readonly generatorShare: number;
  /** Milliseconds from one socket to the other. */
  readonly p50: number;
  readonly p99: number;
  /** Letters that somebody never got. */
  readonly missing: number;
  /** Letters that came to somebody who had them. */
  readonly repeated: number;
  /** Caret moves that a person heard of, of those that the others made, 0 to 1. */
  readonly movesHeard: number;
  /** Milliseconds, p99: how late the generator itself was, because it or its core had too much to do. */
  readonly generatorLate: number;
  /** Bytes of a server's memory at the end. */
  readonly rss: number;
  /** Milliseconds after the last letter until everybody had everything; Infinity if that did not come. */
  readonly settled: number;
}

/** Milliseconds between two looks at who is to type. */
const TICK = 4;
/** Milliseconds. */
const MOST_SETTLING = 15_000;
const SETTLE_POLL = 20;
/** Two people never type in step: the golden ratio spreads any number of them evenly. */
const GOLDEN = 0.618_033_988_749_895;

/** When one person types and moves next, in milliseconds. */
interface Turn {
  readonly room: LoadedRoom;
  readonly person: number;
  editAt: number;
  moveAt: number;
}

/** Lets people type in rooms of a server for a while, and checks that everybody got everything. */
export async function runLoad(server: RunningServer, load: Load): Promise<LoadFigures> {
  const latencies = new Latencies();
  const rooms = await openRooms(server, load);
  try {
    const turns = takeTurns(rooms, load);
    await type(turns, load, load.warmUpSeconds, new Latencies());
    const sentBefore = sum(rooms, ({ arrivals }) => arrivals.sent);
    const heardBefore = sum(rooms, (room) => room.caretsHeard);
    const cpuBefore = server.figures().cpu;
    const ownBefore = process.cpuUsage();
    const began = performance.now();
    for (const room of rooms) room.latencies = latencies;
    const late = new Latencies();
    await type(turns, load, load.seconds, late);
    const settled = await settle(rooms);
    const elapsed = (performance.now() - began) / 1000;
    const own = process.cpuUsage(ownBefore);
    const { cpu, rss } = server.figures();
    const edits = sum(rooms, ({ arrivals }) => arrivals.sent) - sentBefore;
    const heard = sum(rooms, (room) => room.caretsHeard) - heardBefore;
    const moves = load.moves * load.seconds * load.rooms * load.people;
    return {
      edits,
      cpuPer1000: ((cpu - cpuBefore) / edits) * 1000,
      serverShare: (cpu - cpuBefore) / elapsed,
      generatorShare: (own.user + own.system) / 1e6 / elapsed,
      generatorLate: late.percentile(0.99),
      p50: latencies.percentile(0.5),
      p99: latencies.percentile(0.99),
      missing: sum(rooms, ({ arrivals }) => arrivals.missing()),
      repeated: sum(rooms, ({ arrivals }) => arrivals.repeated),
      movesHeard: moves === 0 ? NaN : heard / (moves * Math.max(1, load.people - 1)),
      rss,
      settled,
    };
  } finally {
    for (const room of rooms) room.leave();
  }
}

async function openRooms(server: RunningServer, { rooms, people }: Load): Promise<LoadedRoom[]> {
  const opened: LoadedRoom[] = [];
  for (let i = 0; i < rooms; i++) {
    opened.push(await LoadedRoom.open(server, `load-${i}`, people));
  }
  return opened;
}

function takeTurns(rooms: readonly LoadedRoom[], { people, edits, moves }: Load): Turn[] {
  return rooms.flatMap((room, r) =>
    Array.from({ length: people }, (_, person) => {
      const phase = ((r * people + person) * GOLDEN) % 1;
      const first = (rate: number): number => (rate === 0 ? Infinity : (1000 / rate) * phase);
      return { room, person, editAt: first(edits), moveAt: first(moves) };
    }),
  );
}

/** Everybody types for so long. */
async function type(
  turns: readonly Turn[],
  { edits, moves }: Load,
  seconds: number,
  late: Latencies,
): Promise<void> {
  const began = performance.now();
  const length = seconds * 1000;
  for (let now = 0, before = 0; now < length; now = performance.now() - began) {
    late.add(now - before - TICK);
    before = now;
    for (const turn of turns) {
      for (; turn.editAt <= now; turn.editAt += 1000 / edits) turn.room.type(turn.person);
      for (; turn.moveAt <= now; turn.moveAt += 1000 / moves) turn.room.moveCaret(turn.person);
    }
    await setTimeout(TICK);
  }
  for (const turn of turns) {
    turn.editAt = Math.max(0, turn.editAt - length);
    turn.moveAt = Math.max(0, turn.moveAt - length);
  }
}

/** @returns milliseconds until everybody had everything. */
async function settle(rooms: readonly LoadedRoom[]): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < MOST_SETTLING) {
    if (rooms.every(({ arrivals }) => arrivals.missing() === 0)) return performance.now() - began;
    await setTimeout(SETTLE_POLL);
  }
  return Infinity;
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
