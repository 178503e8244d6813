import { Worker } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';

import { StoreError } from '@indelible/store';
import type { StoreErrorCode } from '@indelible/store';

import type { Reply, Request } from './calls.ts';

type CallName<Calls> = Extract<keyof Calls, string>;
type Fn = (...args: never[]) => unknown;
type ArgsOf<F> = F extends (...args: infer Args) => unknown ? Args : never;
type ResultOf<F> = F extends Fn ? ReturnType<F> : never;

/** A worker thread seen from the main thread. */
export interface Thread<Calls> {
  /**
   * Opens what the thread serves; to be called once, before anything else.
   *
   * @throws {StoreError} that the opening met; the thread is then gone.
   */
  open(): Promise<void>;
  /**
   * Asks the thread to do something; the buffers are moved to it, not copied.
   *
   * @param ifLost what it means for the caller if the thread dies before it has answered.
   */
  call<Name extends CallName<Calls>>(
    name: Name,
    args: ArgsOf<Calls[Name]>,
    buffers?: Transferable[],
    ifLost?: StoreErrorCode,
  ): Promise<ResultOf<Calls[Name]>>;
  /** Lets the thread finish what was asked and waits until it is gone. To be called once. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: StoreError) => void;
  readonly ifLost: StoreErrorCode;
}

/** Starts a worker thread, one that calls `serve`. It loads its code at once, and opens when told to. */
export function startThread<Calls>(script: URL, workerData: unknown): Thread<Calls> {
  const worker = new Worker(script, { workerData });
  const waiting = new Map<number, Waiting>();
  const gone = Promise.withResolvers<void>();
  let death: StoreError | null = null;
  let lastId = 0;

  worker.on('message', (reply: Reply) => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply)
      caller?.reject(new StoreError(reply.failure.code, reply.failure.message));
    else caller?.resolve(reply.value);
  });
  worker.on('error', (cause) => {
    death = new StoreError('io', 'a thread of the store has died', { cause });
  });
  worker.on('exit', () => {
    death ??= new StoreError('io', 'a thread of the store has ended');
    for (const { reject, ifLost } of waiting.values()) {
      reject(new StoreError(ifLost, death.message, { cause: death }));
    }
    waiting.clear();
    gone.resolve();
  });

  const answerTo = (id: number, ifLost: StoreErrorCode): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, ifLost });
    });

  const send = (request: Request | null, buffers: Transferable[] = []): void =>
    worker.postMessage(request, buffers);
  return {
    async open() {
      const answer = answerTo(0, 'io');
      send({ id: 0, name: 'open', args: [] });
      await answer;
    },
    async call(name, args, buffers = [], ifLost = 'io') {
      if (death) throw death;
      const id = ++lastId;
      const answer = answerTo(id, ifLost);
      send({ id, name, args }, buffers);
      // Both ends are this package, at the same version: `Calls` is what the thread serves.
      return (await answer) as ResultOf<Calls[typeof name]>;
    },
    stop() {
      if (!death) send(null);
      return gone.promise;
    },
  };
}
