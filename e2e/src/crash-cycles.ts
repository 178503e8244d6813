import { setTimeout } from 'node:timers/promises';

import type * as Y from 'yjs';

import { OwnClient } from './own-client.ts';
import { ServerProcess } from './server-process.ts';
import { StockClient } from './stock-client.ts';

const ROOMS = 3;
const WRITERS_PER_ROOM = 2;
/** Cycles after which other rooms are written in, so that reading them stays quick. */
const CYCLES_PER_ROOM = 25;
/** At most so many edits of everybody together before the server is killed. */
const MOST_EDITS = 600;
/** Milliseconds between two edits of one writer. */
const PAUSE = 1;

/** Many commits in a short time, because what is interesting is to be killed within one. */
const SETTINGS = { AUTOSAVE_DEBOUNCE_MS: '4', AUTOSAVE_MAX_WAIT_MS: '20' };

export interface CrashReport {
  readonly cycles: number;
  /** Edits that were sent. */
  readonly edits: number;
  /** Those of which the server said before it was killed that they are on disk. */
  readonly acknowledged: number;
  /** Acknowledged edits that were not there after a restart. */
  readonly missing: readonly string[];
}

/** What somebody did to one key, and with which barrier; the last edit of a key counts. */
interface Edit {
  readonly room: string;
  readonly key: string;
  readonly isDeletion: boolean;
}

/**
 * Kills a server again and again while several people write in several rooms, and looks after each start,
 * before any of them is back, whether everything is there of which it had said that it is on disk.
 */
export async function crashCycles(
  cycles: number,
  onCycle: (done: number) => void = () => {},
): Promise<CrashReport> {
  await using server = await ServerProcess.start('sync-server', { env: SETTINGS });
  const ledger = new Ledger();
  for (let cycle = 0; cycle < cycles; cycle++) {
    await writeUntilKilled(server, ledger, cycle);
    await server.start();
    await ledger.compare(server, roomsOf(cycle));
    onCycle(cycle + 1);
  }
  await ledger.compare(server, ledger.rooms());
  const { edits, acknowledged, missing } = ledger;
  return { cycles, edits, acknowledged, missing: [...missing] };
}

const roomsOf = (cycle: number): string[] => {
  const generation = Math.floor(cycle / CYCLES_PER_ROOM);
  return Array.from({ length: ROOMS }, (_, n) => `room-${generation}-${n}`);
};

async function writeUntilKilled(
  server: ServerProcess,
  ledger: Ledger,
  cycle: number,
): Promise<void> {
  using stack = new DisposableStack();
  const rooms = roomsOf(cycle).flatMap((room) =>
    Array.from({ length: WRITERS_PER_ROOM }, () => room),
  );
  const writers = rooms.map((room, n) =>
    stack.use(new Writer(server.syncUrl, room, `${cycle}-${n}`)),
  );
  await Promise.all(writers.map((writer) => writer.client.synced()));
  const killAt = 1 + Math.floor(Math.random() * MOST_EDITS);
  for (let edits = 0; edits < killAt;) {
    for (const writer of writers) writer.edit();
    edits += writers.length;
    await setTimeout(PAUSE);
  }
  // Half of them in the moment in which the server has just promised something.
  if (cycle % 2 === 0) await Promise.race(writers.map((writer) => writer.nextPromise()));
  await server.kill9();
  for (const writer of writers) ledger.note(writer);
}

/** Somebody who puts words into a map, and takes some of them out again. */
class Writer implements Disposable {
  readonly client: OwnClient;
  /** The first has barrier 1, and so on. */
  readonly edits: Edit[] = [];
  readonly #room: string;
  readonly #name: string;

  constructor(syncUrl: string, room: string, name: string) {
    this.client = new OwnClient(syncUrl, room);
    this.#room = room;
    this.#name = name;
  }

  edit(): void {
    const { map } = this.client;
    const count = this.edits.length;
    // Every fifth takes out what the third before it has put in.
    const isDeletion = count % 5 === 4;
    const key = `${this.#name}-${isDeletion ? count - 3 : count}`;
    this.edits.push({ room: this.#room, key, isDeletion });
    if (isDeletion) map.delete(key);
    else map.set(key, 1);
  }

  /** Resolves when the server says that more of it is on disk. */
  nextPromise(): Promise<void> {
    const { saved } = this.client;
    return this.client.until('SAVED', () => this.client.saved > saved);
  }

  [Symbol.dispose](): void {
    this.client[Symbol.dispose]();
  }
}

/** What the server has promised, over all its lives. */
class Ledger {
  edits = 0;
  acknowledged = 0;
  readonly missing = new Set<string>();
  /** Per room and key: to be there, not to be there, or null where both may be. */
  readonly #promised = new Map<string, Map<string, boolean | null>>();

  rooms(): string[] {
    return [...this.#promised.keys()];
  }

  note({ client, edits }: Writer): void {
    this.edits += edits.length;
    this.acknowledged += client.saved;
    for (const [index, { room, key, isDeletion }] of edits.entries()) {
      const keys = this.#promised.get(room) ?? new Map<string, boolean | null>();
      this.#promised.set(room, keys);
      keys.set(key, index < client.saved ? !isDeletion : null);
    }
  }

  async compare(server: ServerProcess, rooms: readonly string[]): Promise<void> {
    for (const room of rooms) {
      using reader = await new StockClient(server.syncUrl, room).synced();
      const found = new Set(reader.doc.getMap('map').keys());
      for (const [key, promised] of this.#promised.get(room) ?? []) {
        if (promised === null || found.has(key) === promised) continue;
        this.missing.add(`${promised ? '' : 'deletion of '}${key} in ${room}`);
      }
      if (isPending(reader.doc)) {
        this.missing.add(`something that ${room} builds on`);
      }
    }
  }
}

const isPending = ({ store }: Y.Doc): boolean =>
  store.pendingStructs !== null || store.pendingDs !== null;
