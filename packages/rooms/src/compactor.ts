import type { Clock } from './clock.ts';
import { JobThread } from './job-thread.ts';
import type { Fold } from './snapshot.ts';

/** Folds updates in a worker thread, where a `Y.Doc` disturbs nobody. */
export type Compactor = JobThread<readonly Uint8Array[], Fold>;

/** @param timeout milliseconds for one document. */
export const startCompactor = (clock: Clock, timeout: number): Compactor =>
  new JobThread(new URL('./compact-worker.ts', import.meta.url), clock, timeout);
