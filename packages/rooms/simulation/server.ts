import * as Y from 'yjs';

import { CloseCode, type DocumentId } from '@indelible/protocol';
import { StoreError } from '@indelible/store';
import { diffParts, type Access, type Claim } from '@indelible/sync';

import type { Clock } from '../src/clock.ts';
import type { Compactor } from '../src/compactor.ts';
import type { Differ } from '../src/differ.ts';
import type { Logger } from '../src/logger.ts';
import { OpenRoom } from '../src/open-room.ts';
import { Rooms, RoomsUnavailable } from '../src/rooms.ts';
import type { RoomsSettings } from '../src/settings.ts';
import { foldUpdates } from '../src/snapshot.ts';
import type { Judge } from './judge.ts';
import type { Line } from './line.ts';
import type { Medium } from './medium.ts';
import { MortalClock, pause } from './mortal-clock.ts';
import type { Peer } from './peer.ts';
import type { Plant, Planted } from './plant.ts';
import type { Random } from './random.ts';
import { NO_CHANCE } from './replicas.ts';
import type { Trace } from './trace.ts';

export interface ServerOptions {
  readonly clock: Clock;
  readonly medium: Medium;
  readonly settings: RoomsSettings;
  readonly random: Random;
  readonly trace: Trace;
  readonly judge: Judge;
  readonly plant: Plant | null;
}

/** A process that serves. */
interface Running {
  readonly clock: MortalClock;
  readonly rooms: Rooms;
  readonly planted: Planted;
  readonly lines: Set<Line>;
  isDraining: boolean;
}

/** Milliseconds that a process may take to end before it is killed. */
const MAX_DRAIN = 20_000;

/** The server: one process after another on the same disk. */
export class Server {
  readonly #options: ServerOptions;
  #running: Running;
  #isUp = true;
  /** Milliseconds that folding takes longer. */
  foldSlowness = 0;
  /** How many of the next folds fail. */
  foldFailures = 0;
  /** Documents that could not be folded may be reported: this was asked for. */
  #mayQuarantine = 0;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#running = this.#start();
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  get rooms(): Rooms {
    return this.#running.rooms;
  }

  /** Tasks of the process that wait for their time. */
  get timers(): number {
    return this.#running.clock.waiting;
  }

  /** Lines on which there is a session. */
  get attached(): number {
    return [...this.#running.lines].filter((line) => line.isAttached).length;
  }

  /** A peer's line has come in. */
  async accept(line: Line, peer: Peer, claim: Claim): Promise<void> {
    const { rooms, planted, lines } = this.#running;
    if (!this.#isUp) {
      line.abandon();
      return;
    }
    const { document, name } = peer.options;
    const access: Access = {
      role: peer.mayWrite ? 'writer' : 'reader',
      author: name,
      extended: peer.isExtended,
      claim,
    };
    lines.add(line);
    try {
      const joining = planted.join?.(rooms, document, line, access);
      line.attach(await (joining ?? rooms.join(document, line, access)));
    } catch (error) {
      line.close(this.#codeFor(error));
    }
  }

  /** Writes into a document after thinking for `delay` milliseconds. It may fail, but not say it is done. */
  async edit(document: DocumentId, delay: number): Promise<void> {
    const { rooms, clock } = this.#running;
    const { random, judge, trace } = this.#options;
    const doc = new Y.Doc(NO_CHANCE);
    doc.clientID = random.between(1, 2 ** 32 - 1);
    const edited: Uint8Array[] = [];
    try {
      await rooms.edit(document, 'the server', async (parts) => {
        await pause(clock, delay);
        for (const part of parts) Y.applyUpdate(doc, part);
        doc.once('update', (update: Uint8Array) => edited.push(update));
        doc.getText('text').insert(0, 'the server was here. ');
        return edited[0] ?? null;
      });
    } catch (error) {
      trace.note(`the server could not write: ${String(error)}`);
      this.#codeFor(error);
      return;
    }
    for (const update of edited) {
      const lacks = judge.committed(document).lacks(update);
      if (lacks !== null) judge.fail('I1', `the server's own edit is done without the ${lacks}`);
    }
  }

  /** The process dies at once. */
  crash(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#options.trace.note('the process dies');
    this.#running.clock.die();
    for (const line of this.#running.lines) line.abandon();
  }

  /** The process is told to end, and does when everything is saved, or can't be. */
  async drain(): Promise<void> {
    const running = this.#running;
    if (!this.#isUp || running.isDraining) return;
    running.isDraining = true;
    const { clock } = this.#options;
    const kill = clock.after(MAX_DRAIN, () => running === this.#running && this.crash());
    // That not everything could be saved is told to whoever ends the process; here, nobody.
    await running.rooms.drain(0).catch(() => {});
    await running.rooms[Symbol.asyncDispose]().catch(() => {});
    kill();
    if (running === this.#running) this.crash();
  }

  restart(): void {
    if (this.#isUp) return;
    this.#options.trace.note('a process starts');
    this.#running = this.#start();
    this.#isUp = true;
  }

  #start(): Running {
    const { medium, settings, random, plant } = this.#options;
    const clock = new MortalClock(this.#options.clock);
    const planted = plant?.(medium.disk) ?? {};
    const log = medium.open(clock, () => random.between(0, 5));
    const rooms = new Rooms(
      {
        log: planted.log?.(log) ?? log,
        clock,
        settings,
        logger: this.#logger(),
        random: () => random.next(),
      },
      {
        startCompactor: () => this.#compactor(clock),
        startDiffer: () => this.#differ(clock),
        openRoom: planted.openRoom ?? ((options) => new OpenRoom(options)),
      },
    );
    return { clock, rooms, planted, lines: new Set(), isDraining: false };
  }

  /** Folds as the worker thread does, but on this one: a thread's pace can't be repeated. */
  #compactor(clock: Clock): Compactor {
    const { random } = this.#options;
    return {
      run: async (parts) => {
        await pause(clock, random.between(0, 10) + this.foldSlowness);
        if (this.foldFailures > 0) {
          this.foldFailures -= 1;
          this.#mayQuarantine += 1;
          throw new Error('was told to fail');
        }
        return foldUpdates(parts);
      },
      [Symbol.asyncDispose]: async () => {},
    };
  }

  #differ(clock: Clock): Differ {
    const { random } = this.#options;
    return {
      run: async ({ parts, stateVector }) => {
        await pause(clock, random.between(0, 10));
        return diffParts(parts, stateVector);
      },
      [Symbol.asyncDispose]: async () => {},
    };
  }

  #logger(): Logger {
    const { judge, trace } = this.#options;
    const note = (_fields: object, message: string): void => trace.note(message);
    return {
      info: note,
      warn: note,
      error: (fields, message) => {
        note(fields, message);
        if (message !== 'could not compact the document') return;
        this.#mayQuarantine -= 1;
        if (this.#mayQuarantine < 0) judge.fail('I3', `${message}: ${describeError(fields)}`);
      },
    };
  }

  #codeFor(error: unknown): CloseCode {
    if (error instanceof RoomsUnavailable) return error.code;
    if (error instanceof StoreError) return CloseCode.storage;
    this.#options.judge.fail('error', `the rooms failed: ${String(error)}`);
    return CloseCode.storage;
  }
}

const describeError = (fields: object): string => {
  const error: unknown = Reflect.get(fields, 'err');
  return error instanceof Error ? error.message : 'no reason given';
};
