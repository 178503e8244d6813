import type { Clock } from './clock.ts';
import { JobThread } from './job-thread.ts';

export interface DiffJob {
  /** A whole document. */
  readonly parts: readonly Uint8Array[];
  /** What somebody has of it. */
  readonly stateVector: Uint8Array;
}

/** Works out what somebody lacks of a large document where that disturbs nobody. */
export interface Differ extends AsyncDisposable {
  /** @throws if it can't be done, or not in time. */
  run(job: DiffJob): Promise<Uint8Array>;
}

/**
 * Begins a differ in a worker thread.
 *
 * @param timeout milliseconds for one answer.
 */
export const startDiffer = (clock: Clock, timeout: number): Differ =>
  new JobThread(new URL('./diff-worker.ts', import.meta.url), clock, timeout);
