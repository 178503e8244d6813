import { setTimeout } from 'node:timers/promises';

import { runLoad } from '../measure/load.ts';
import { writePaper } from '../measure/paper.ts';
import { significant } from '../report/numbers.ts';
import { Person } from '../wire/person.ts';
import { loadOneRoom } from './one-room.ts';
import { SAVING_MS } from './saving.ts';
import { startServer, type Result, type Run, type Workload } from './workload.ts';

const PEOPLE = [25, 50, 100, 200, 400, 700, 1000] as const;
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000] as const;
/** Of each point: long enough for who saves every ten seconds to do it. */
const SECONDS = 12;
/** How many documents of each size, with two people each. */
const DOCUMENTS = 5;

/** What an edit costs in rooms of different sizes. Figures are CPU seconds for 1000 edits. */
export const growthOfRoom: Workload = {
  name: 'growth-room',
  title: 'CPU s per 1000 edits by people in the room',
  goal: '',
  measure: (run) =>
    points(PEOPLE, async (people) => {
      const { cpuPer1000, missing } = await loadOneRoom(run, people, SECONDS);
      return missing > 0 ? NaN : cpuPer1000;
    }),
};

/** What an edit costs in documents of different sizes, saving included. */
export const growthOfDocument: Workload = {
  name: 'growth-document',
  title: 'CPU s per 1000 edits by bytes of the document',
  goal: '',
  measure: (run) => points(SIZES, (size) => writeIntoLarge(run, size)),
};

/** Goes on until one can't be measured any more: the next ones are larger. */
async function points(
  sizes: readonly number[],
  cost: (size: number) => Promise<number>,
): Promise<Result> {
  const figures: Record<string, number> = {};
  for (const size of sizes) {
    const found = await cost(size).catch(() => NaN);
    if (Number.isNaN(found)) break;
    figures[size] = found;
  }
  const cell = Object.entries(figures).map(([size, value]) => `${size}: ${significant(value)}`);
  return { cell: cell.join(', '), figures };
}

async function writeIntoLarge(run: Run, size: number): Promise<number> {
  const { update } = writePaper(size);
  await using server = await startServer(run);
  const authors: Person[] = [];
  for (let n = 0; n < DOCUMENTS; n++) {
    const dialect = server.kind.dialect(`load-${n}`);
    const author = await Person.join({ port: server.port, dialect, client: 1 });
    authors.push(author);
    author.send(update);
  }
  await setTimeout(SAVING_MS);
  const load = { rooms: DOCUMENTS, people: 2, edits: 5, moves: 0 };
  const { cpuPer1000, missing } = await runLoad(server, {
    ...load,
    warmUpSeconds: 2,
    seconds: SECONDS,
  });
  for (const author of authors) author.cut();
  return missing > 0 ? NaN : cpuPer1000;
}
