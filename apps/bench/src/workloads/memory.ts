import { setTimeout } from 'node:timers/promises';

import { INSPECTABLE, readHeap } from '../measure/inspector.ts';
import { writePaper } from '../measure/paper.ts';
import { kilobytes } from '../report/numbers.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { Person } from '../wire/person.ts';
import { SAVING_MS } from './saving.ts';
import { startServer, type Result, type Run, type Workload } from './workload.ts';

const DOCUMENT = 10_000;
const DOCUMENTS = 400;
const ROOMS = 100;
const CONNECTIONS = 1_000;
/** Opened before anything is measured: what the first ones cost is not what each one costs. */
const WARM_UP = 50;

/** What an open document takes. */
export const openDocuments: Workload = {
  name: 'memory',
  title: 'heap / RSS per open 10 KB document with one connection',
  goal: '≤ 8 / ≤ 50 KB',
  async measure(run) {
    const paper = writePaper(DOCUMENT);
    const open = async (server: RunningServer, n: number): Promise<Person> => {
      const person = await join(server, `document-${n}`, n);
      person.send(paper.update);
      return person;
    };
    const { heap, external, rss } = await each(run, DOCUMENTS, open);
    return {
      cell: `${kilobytes(heap)} / ${kilobytes(rss)}`,
      figures: { heap, external, rss, documents: DOCUMENTS, bytes: paper.update.length },
    };
  },
};

/** What one more connection takes in rooms that are open anyway. */
export const idleConnections: Workload = {
  name: 'connections',
  title: 'RSS per extra idle connection',
  goal: '≤ 8 KB',
  async measure(run): Promise<Result> {
    const { heap, rss } = await each(run, CONNECTIONS, (server, n) =>
      join(server, `document-${n % ROOMS}`, n),
    );
    return { cell: kilobytes(rss), figures: { heap, rss, connections: CONNECTIONS } };
  },
};

interface PerOne {
  readonly heap: number;
  readonly external: number;
  readonly rss: number;
}

/** Opens so many of something and says what one takes. */
async function each(
  run: Run,
  count: number,
  open: (server: RunningServer, n: number) => Promise<Person>,
): Promise<PerOne> {
  await using server = await startServer(run, { nodeArgs: INSPECTABLE });
  const people: Person[] = [];
  const openUntil = async (total: number): Promise<PerOne> => {
    while (people.length < total) people.push(await open(server, people.length));
    await setTimeout(SAVING_MS);
    const { heap, external } = await readHeap(server);
    return { heap, external, rss: server.figures().rss };
  };
  try {
    // Every room of the second workload is open before its connections are counted.
    const before = await openUntil(Math.max(WARM_UP, ROOMS));
    const after = await openUntil(people.length + count);
    const one = (key: keyof PerOne): number => (after[key] - before[key]) / count;
    return { heap: one('heap'), external: one('external'), rss: one('rss') };
  } finally {
    for (const person of people) person.cut();
  }
}

const join = (server: RunningServer, room: string, n: number): Promise<Person> =>
  Person.join({ port: server.port, dialect: server.kind.dialect(room), client: 1_000_000_000 + n });
