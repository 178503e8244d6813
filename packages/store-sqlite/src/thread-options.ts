import { workerData } from 'node:worker_threads';

/** What both threads of a store are started with, see `SqliteStoreOptions`. */
export interface ThreadOptions {
  readonly file: string;
  readonly maxBytes: number;
  readonly checkUpTo: number;
}

/** This thread's options, which `startThread` was given. */
export const threadOptions = (): ThreadOptions => workerData as ThreadOptions;
