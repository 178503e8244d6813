import { milliseconds } from '../report/numbers.ts';
import { loadOneRoom } from './one-room.ts';
import type { Run, Workload } from './workload.ts';

/** Milliseconds, p99. */
const STILL_TOGETHER = 100;
const STEPS = [50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1250, 1500] as const;
/** Of each step. */
const SECONDS = 8;

/** How far one room grows until it is slow. */
export const mostPeople: Workload = {
  name: 'most-people',
  title: `most people in one room with p99 edit latency ≤ ${STILL_TOGETHER} ms, on one core`,
  goal: '≥ 1000',
  async measure(run) {
    const figures: Record<string, number> = {};
    let most = 0;
    for (const people of STEPS) {
      const p99 = await tryPeople(run, people);
      figures[`p99 of ${people}`] = p99;
      if (!(p99 <= STILL_TOGETHER))
        return { cell: `${most} (${people}: ${milliseconds(p99)})`, figures };
      most = people;
    }
    return { cell: `≥ ${most}`, figures };
  },
};

/** Infinity if not everything arrived in the end, or the generator could not keep up itself. */
async function tryPeople(run: Run, people: number): Promise<number> {
  const { p99, missing } = await loadOneRoom(run, people, SECONDS);
  return missing > 0 ? Infinity : p99;
}
