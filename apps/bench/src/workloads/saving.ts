import { setTimeout } from 'node:timers/promises';

import type { RunningServer } from '../servers/running-server.ts';
import { Person } from '../wire/person.ts';

/** Milliseconds after which every server here has saved what came in before a pause. */
export const SAVING_MS = 4_000;

/**
 * Puts documents on a server's disk: sends each into its room, gives the server time to save, and stops it
 * in an orderly way.
 *
 * @param updates sent one after the other into each room.
 */
export async function seedAndStop(
  server: RunningServer,
  rooms: readonly string[],
  updates: readonly Uint8Array[],
): Promise<void> {
  const people: Person[] = [];
  for (const room of rooms) {
    const dialect = server.kind.dialect(room);
    const person = await Person.join({ port: server.port, dialect, client: 1 });
    people.push(person);
    for (const update of updates) person.send(update);
  }
  await setTimeout(SAVING_MS);
  for (const person of people) person.cut();
  await setTimeout(SAVING_MS / 4);
  await server.stop();
}
