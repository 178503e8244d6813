import { JobThread, type Clock } from '@indelible/rooms';
import type { Content } from '@indelible/store';

/** Reads what a whole document says, in a thread of its own: nobody's new document waits for a huge old one. */
export interface TextJobs extends AsyncDisposable {
  /** @throws if it can't be read, or not in time. */
  run(parts: readonly Uint8Array[]): Promise<Content>;
}

/** Milliseconds for one document. */
const TIMEOUT = 10_000;

export const startTextJobs = (clock: Clock, timeout: number = TIMEOUT): TextJobs =>
  new JobThread(new URL('./text-worker.ts', import.meta.url), clock, timeout);
