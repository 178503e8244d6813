import { setTimeout } from 'node:timers/promises';

import { writePaper } from '../measure/paper.ts';
import { milliseconds } from '../report/numbers.ts';
import { Person } from '../wire/person.ts';
import { seedAndStop } from './saving.ts';
import { startServer, type Workload } from './workload.ts';

const CLIENTS = 1_000;
const ROOMS = 200;
const DOCUMENT = 10_000;
const REST = 500;

const roomName = (n: number): string => `document-${n}`;

/** Everybody comes back at once after a restart. */
export const returning: Workload = {
  name: 'returning',
  title: `${CLIENTS} clients in ${ROOMS} rooms (10 KB documents) reconnect at once to a fresh process, last one synced`,
  goal: '≤ 0.6 s',
  async measure(run) {
    const paper = writePaper(DOCUMENT);
    const rooms = Array.from({ length: ROOMS }, (_, n) => roomName(n));
    await using server = await startServer(run);
    await seedAndStop(server, rooms, [paper.update]);
    await server.start();
    await setTimeout(REST);
    const began = performance.now();
    const people = await Promise.all(
      Array.from({ length: CLIENTS }, (_, n) =>
        Person.join({
          port: server.port,
          dialect: server.kind.dialect(roomName(n % ROOMS)),
          client: 1_000_000_000 + n,
          has: paper,
        }),
      ),
    );
    const syncedAt = await Promise.all(people.map((person) => person.syncedAt));
    for (const person of people) person.cut();
    const last = Math.max(...syncedAt) - began;
    return { cell: milliseconds(last), figures: { last, clients: CLIENTS, rooms: ROOMS } };
  },
};
