import { setTimeout } from 'node:timers/promises';

import type { RunningServer } from '../servers/running-server.ts';
import { Person, type DocumentCopy } from '../wire/person.ts';
import { readStructRuns } from '../wire/struct-runs.ts';

export interface Reading {
  /** Milliseconds from the first packet until everything was there. */
  readonly took: number;
  /** Bytes received by then, and for half a second after. */
  readonly bytes: number;
}

/** How far a client's letters have to be there. */
export type Wanted = ReadonlyMap<number, number>;

/** Milliseconds. */
const MOST_WAITING = 15_000;
const AFTERWARDS = 500;

/**
 * Opens a room as somebody who reads, until everything that is wanted is there.
 *
 * @param has what the reader has already.
 * @throws {Error} if it does not come.
 */
export async function read(
  server: RunningServer,
  room: string,
  wanted: Wanted,
  has?: DocumentCopy,
): Promise<Reading> {
  const known = new Map<number, number>();
  const done = Promise.withResolvers<number>();
  const began = performance.now();
  const person = await Person.join({
    port: server.port,
    dialect: server.kind.dialect(room),
    client: 5,
    ...(has === undefined ? {} : { has }),
    listener: {
      update(update, at) {
        for (const { client, clock, length } of readStructRuns(update)) {
          known.set(client, Math.max(known.get(client) ?? 0, clock + length));
        }
        if (isThere(known, wanted)) done.resolve(at);
      },
    },
  });
  try {
    const doneAt = await Promise.race([
      done.promise,
      setTimeout(MOST_WAITING, null, { ref: false }),
    ]);
    if (doneAt === null) throw new Error('the content did not come');
    await setTimeout(AFTERWARDS);
    return { took: doneAt - began, bytes: person.bytesIn };
  } finally {
    person.cut();
  }
}

const isThere = (known: ReadonlyMap<number, number>, wanted: Wanted): boolean =>
  Array.from(wanted).every(([client, clock]) => (known.get(client) ?? 0) >= clock);

/**
 * How many letters of one client a server has, as a fresh reader is told.
 *
 * @param wait milliseconds for what comes late.
 */
export async function countLetters(
  server: RunningServer,
  room: string,
  author: number,
  wait: number,
): Promise<number> {
  let letters = 0;
  const person = await Person.join({
    port: server.port,
    dialect: server.kind.dialect(room),
    client: 5,
    listener: {
      update(update) {
        for (const { client, clock, length } of readStructRuns(update)) {
          if (client === author) letters = Math.max(letters, clock + length);
        }
      },
    },
  });
  await setTimeout(wait);
  person.cut();
  return letters;
}
