import { runLoad, type Load, type LoadFigures } from '../measure/load.ts';
import { milliseconds, significant } from '../report/numbers.ts';
import { startServer, type Result, type Run, type Workload } from './workload.ts';

const EDITS = 5;
const MOVES = 5;
const WARM_UP = 5;
/** Of its core: more is all of it. */
const FULL = 0.95;
/** Milliseconds: somebody who waits longer does not write together. */
const KEEPS_UP = 1_000;

/** Many people in one room. */
export const oneRoom = (people: number, goal: string): Workload => ({
  name: `one-room-${people}`,
  title: `one room, ${people} people, ${EDITS} edits + ${MOVES} caret moves a second each: server CPU s per 1000 edits (p99 latency)`,
  goal,
  async measure(run) {
    return describeLoad(await loadOneRoom(run, people, run.seconds));
  },
});

/** Many rooms with two people each. */
export const manyRooms: Workload = {
  name: 'many-rooms',
  title:
    '500 rooms × 2 people × 2 edits a second: server CPU s per 1000 edits, saving included (p99)',
  goal: '≤ 0.15 (≤ 20 ms)',
  async measure(run) {
    await using server = await startServer(run);
    const load = { rooms: 500, people: 2, edits: 2, moves: 0 };
    const times = { warmUpSeconds: WARM_UP, seconds: run.seconds };
    return describeLoad(await runLoad(server, { ...load, ...times }));
  },
};

/** One room under the usual load. */
export async function loadOneRoom(run: Run, people: number, seconds: number): Promise<LoadFigures> {
  await using server = await startServer(run);
  const load: Load = {
    rooms: 1,
    people,
    edits: EDITS,
    moves: MOVES,
    warmUpSeconds: WARM_UP,
    seconds,
  };
  return await runLoad(server, load);
}

/** @throws {Error} if something got lost. */
function describeLoad(figures: LoadFigures): Result {
  const { cpuPer1000, p99, serverShare, settled, missing } = figures;
  if (missing > 0 && settled !== Infinity) throw new Error(`${missing} letters never arrived`);
  const notes = [
    ...(serverShare >= FULL ? ['core full'] : []),
    ...(settled > KEEPS_UP || p99 > KEEPS_UP ? ['does not keep up'] : []),
    ...(missing > 0 ? [`${missing} letters missing`] : []),
  ];
  const cell = [`${significant(cpuPer1000)} (${milliseconds(p99)})`, ...notes].join(', ');
  return { cell, figures: { ...figures } };
}
