import type { Clock } from './clock.ts';
import { JobThread } from './job-thread.ts';
import type { Fold } from './snapshot.ts';

/** Folds updates where a `Y.Doc` disturbs nobody. */
export interface Compactor extends AsyncDisposable {
  /** @throws if they can't be folded, or not in time. */
  run(parts: readonly Uint8Array[]): Promise<Fold>;
}

/**
 * Begins a compactor in a worker thread.
 *
 * @param timeout milliseconds for one document.
 */
export const startCompactor = (clock: Clock, timeout: number): Compactor =>
  new JobThread(new URL('./compact-worker.ts', import.meta.url), clock, timeout);
