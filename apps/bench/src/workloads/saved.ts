import { setTimeout } from 'node:timers/promises';

import { Latencies } from '../measure/latencies.ts';
import { countLetters } from '../measure/reader.ts';
import { milliseconds } from '../report/numbers.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { Person } from '../wire/person.ts';
import { nothing, startServer, type Result, type Run, type Workload } from './workload.ts';

const FIRST_CLIENT = 3_000_000_000;

/** A person alone in a room, and how much of what was typed is acknowledged. */
interface Typist {
  readonly room: string;
  readonly person: Person;
  acknowledged: number;
}

/** The server dies while people type. */
export const crash: Workload = {
  name: 'crash',
  title:
    '`kill -9` while 20 people type 20 letters a second: acknowledged letters lost (worst of 5 kills)',
  goal: '0',
  async measure(run) {
    const losses: Loss[] = [];
    for (let i = 0; i < KILLS; i++) losses.push(await killOnce(run));
    const lost = Math.max(...losses.map((loss) => loss.acknowledged));
    const typed = Math.max(...losses.map((loss) => loss.typed));
    const figures = { lost, typedAndLost: typed, kills: KILLS };
    if (run.kind.acknowledges === null) {
      return { cell: `acknowledges nothing (${typed} lost)`, figures };
    }
    return { cell: `${lost} (${(lost / RATE).toFixed(1)} s of typing)`, figures };
  },
};

/** How long “Saved” takes. */
export const savedWait: Workload = {
  name: 'saved',
  title: 'longest wait for “saved”, 200 writers in 100 rooms, 2 edits a second each, p99',
  goal: '≤ 600 ms',
  async measure(run): Promise<Result> {
    if (run.kind.acknowledges !== 'disk') return nothing('–');
    await using server = await startServer(run);
    const waits = new Latencies();
    const writers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => joinTimed(server, `room-${n % 100}`, n, waits)),
    );
    await typeTogether(writers, 2, run.seconds);
    await setTimeout(2_000);
    for (const { person } of writers) person.cut();
    const late = writers.filter(({ person, acknowledged }) => acknowledged < person.typed);
    if (late.length > 0) throw new Error(`${late.length} writers never heard that it was saved`);
    const figures = { p50: waits.percentile(0.5), p99: waits.percentile(0.99), edits: waits.count };
    return { cell: milliseconds(figures.p99), figures };
  },
};

const KILLS = 5;
const PEOPLE = 20;
/** Letters a second. */
const RATE = 20;
/** Milliseconds between two who begin. Who saves every ten seconds is then met at every stage of it. */
const STAGGER = 500;
const LAST_TYPES = 1_500;
/** Milliseconds for what a server sends late after a restart. */
const LATE = 1_000;

interface Loss {
  readonly acknowledged: number;
  readonly typed: number;
}

/** The worst of all rooms. */
async function killOnce(run: Run): Promise<Loss> {
  await using server = await startServer(run);
  const typists: Typist[] = [];
  const began = performance.now();
  const length = PEOPLE * STAGGER + LAST_TYPES;
  for (let tick = 0; performance.now() - began < length; tick++) {
    if (typists.length < Math.min(PEOPLE, 1 + (performance.now() - began) / STAGGER)) {
      typists.push(await joinTypist(server, typists.length));
    }
    for (const { person } of typists) {
      person.type();
      person.askAcknowledged();
    }
    await setTimeout(Math.max(0, began + (tick + 1) * (1000 / RATE) - performance.now()));
  }
  await server.kill();
  await server.start();
  const losses = await Promise.all(
    typists.map(async ({ room, person, acknowledged }) => {
      const stored = await countLetters(server, room, person.client, LATE);
      return { acknowledged: Math.max(0, acknowledged - stored), typed: person.typed - stored };
    }),
  );
  return {
    acknowledged: Math.max(...losses.map((loss) => loss.acknowledged)),
    typed: Math.max(...losses.map((loss) => loss.typed)),
  };
}

async function joinTypist(server: RunningServer, n: number): Promise<Typist> {
  const room = `room-${n}`;
  const typist = { room, acknowledged: 0 };
  const person = await Person.join({
    port: server.port,
    dialect: server.kind.acknowledged(room),
    client: FIRST_CLIENT + n,
    listener: {
      acknowledged(letters) {
        typist.acknowledged = letters;
      },
    },
  });
  return Object.assign(typist, { person });
}

interface Writer extends Typist {
  readonly typedAt: number[];
}

async function joinTimed(
  server: RunningServer,
  room: string,
  n: number,
  waits: Latencies,
): Promise<Writer> {
  const writer = { room, acknowledged: 0, typedAt: new Array<number>() };
  const person = await Person.join({
    port: server.port,
    dialect: server.kind.acknowledged(room),
    client: FIRST_CLIENT + n,
    listener: {
      acknowledged(letters, at) {
        for (const typedAt of writer.typedAt.slice(writer.acknowledged, letters)) {
          waits.add(at - typedAt);
        }
        writer.acknowledged = letters;
      },
    },
  });
  return Object.assign(writer, { person });
}

/** Everybody types so many letters a second, evenly spread, and asks for each to be saved. */
async function typeTogether(
  writers: readonly Writer[],
  rate: number,
  seconds: number,
): Promise<void> {
  const began = performance.now();
  const total = writers.length * rate * seconds;
  for (let typed = 0; typed < total; typed++) {
    const due = began + (typed * 1000) / (rate * writers.length);
    if (due > performance.now()) await setTimeout(due - performance.now());
    const writer = writers[typed % writers.length];
    writer?.typedAt.push(performance.now());
    writer?.person.type();
    writer?.person.askAcknowledged();
  }
}
