import { JobThread, type Clock } from '@indelible/rooms';

/** What needs a `Y.Doc`, and so a thread of its own. `parts` are the whole document. */
export type DocumentJob =
  | { readonly type: 'seed'; readonly title: string }
  | { readonly type: 'read'; readonly parts: readonly Uint8Array[] }
  | { readonly type: 'rename'; readonly parts: readonly Uint8Array[]; readonly title: string };

export interface DocumentJobResult {
  /** As it is after the job. */
  readonly title: string;
  /** What the job adds to the document, if anything. */
  readonly update: Uint8Array | null;
}

export type DocumentJobs = JobThread<DocumentJob, DocumentJobResult>;

/** Milliseconds. */
const TIMEOUT = 30_000;

export const startDocumentJobs = (clock: Clock): DocumentJobs =>
  new JobThread(new URL('./document-worker.ts', import.meta.url), clock, TIMEOUT);
