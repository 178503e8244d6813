import { parentPort, Worker } from 'node:worker_threads';

import type { Clock } from './clock.ts';

type Reply<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly reason: string };

/**
 * A worker thread that does one job at a time, begun with the first. A job that takes too long or
 * brings the thread down fails, and the next one gets a new thread.
 */
export class JobThread<Job, Result> implements AsyncDisposable {
  readonly #file: URL;
  readonly #clock: Clock;
  readonly #timeout: number;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param file a module that calls `serveJobs`.
   * @param timeout milliseconds for one job.
   */
  constructor(file: URL, clock: Clock, timeout: number) {
    this.#file = file;
    this.#clock = clock;
    this.#timeout = timeout;
  }

  /** @throws if the job fails or takes too long. */
  run(job: Job): Promise<Result> {
    const result = this.#last.then(() => this.#run(job));
    this.#last = result.catch(() => {});
    return result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #run(job: Job): Promise<Result> {
    const reply = await this.#ask((this.#worker ??= this.#begin()), job);
    if (!reply.ok) throw new Error(reply.reason);
    return reply.result;
  }

  async #ask(worker: Worker, job: Job): Promise<Reply<Result>> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply<Result>>();
    // With --watch, Node says over the same port which files the thread has read.
    const onMessage = (message: Reply<Result> | object): void => {
      if ('ok' in message) resolve(message);
    };
    const onExit = (): void => reject(new Error('the worker thread ended'));
    const cancel = this.#clock.after(this.#timeout, () =>
      reject(new Error(`took longer than ${this.#timeout} ms`)),
    );
    // An idle thread does not keep the process alive; one at work does.
    worker.ref();
    worker.on('message', onMessage).once('error', reject).once('exit', onExit);
    try {
      worker.postMessage(job);
      return await promise;
    } catch (error) {
      await this.#end();
      throw error;
    } finally {
      cancel();
      worker.off('message', onMessage).off('error', reject).off('exit', onExit).unref();
    }
  }

  #begin(): Worker {
    const worker = new Worker(this.#file);
    // Between jobs there is nobody to tell; `exit` follows and the next job finds out.
    worker.on('error', () => {});
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

/** The other end: what a worker module calls once. */
export function serveJobs<Job, Result>(work: (job: Job) => Result): void {
  const port = parentPort;
  if (port === null) throw new Error('jobs are served in a worker thread');
  port.on('message', (job: Job) => {
    let reply: Reply<Result>;
    try {
      reply = { ok: true, result: work(job) };
    } catch (error) {
      reply = { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
    port.postMessage(reply);
  });
}
