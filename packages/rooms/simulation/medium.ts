import {
  createMemoryDisk,
  createMemoryStore,
  type Fault,
  type MemoryStore,
  type Operation,
  type UpdateLog,
} from '@indelible/store';

import type { Clock } from '../src/clock.ts';
import { pause } from './mortal-clock.ts';

/** The disk, and what is wrong with it whoever uses it. */
export class Medium {
  readonly disk = createMemoryDisk();
  #store: MemoryStore | null = null;
  readonly #lasting = new Map<Operation, Fault>();
  /** Milliseconds that everything takes longer. */
  slowness = 0;

  /**
   * Opens the disk for a process. What it asks for takes time before and after it is done, so that the
   * process can die before a commit as well as between the commit and its answer.
   */
  open(clock: Clock, latency: () => number): UpdateLog {
    this.#store = createMemoryStore(this.disk);
    for (const [operation, fault] of this.#lasting) this.#store.faults.fail(operation, fault);
    return slowed(this.#store.log, clock, () => latency() + this.slowness);
  }

  failNext(operation: Operation, fault: Fault): void {
    this.#store?.faults.failNext(operation, fault);
  }

  fail(operation: Operation, fault: Fault): void {
    this.#lasting.set(operation, fault);
    this.#store?.faults.fail(operation, fault);
  }

  heal(operation: Operation): void {
    this.#lasting.delete(operation);
    this.#store?.faults.heal(operation);
  }

  healAll(): void {
    this.slowness = 0;
    for (const operation of ['append', 'load', 'compact'] as const) this.heal(operation);
  }
}

function slowed(log: UpdateLog, clock: Clock, latency: () => number): UpdateLog {
  const slow = async <T>(work: () => Promise<T>): Promise<T> => {
    await pause(clock, latency());
    try {
      return await work();
    } finally {
      await pause(clock, latency());
    }
  };
  return {
    load: (document) => slow(() => log.load(document)),
    append: (batch) => slow(() => log.append(batch)),
    readAfter: (document, seq) => slow(() => log.readAfter(document, seq)),
    compact: (document, expected, snapshot) =>
      slow(() => log.compact(document, expected, snapshot)),
    [Symbol.asyncDispose]: () => log[Symbol.asyncDispose](),
  };
}
