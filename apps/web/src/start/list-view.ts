import type { DocumentList, DocumentSummary } from '@indelible/protocol';

import { ApiError } from '../api/api-error.ts';

/** What the start page shows. */
export type ListView =
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly documents: readonly DocumentSummary[];
      readonly stale: boolean;
    }
  /** The server is gone: only what this device keeps can be opened. */
  | { readonly state: 'offline' }
  | { readonly state: 'failed' };

/** From what the last question for the list brought. */
export function listView(list: DocumentList | undefined, error: Error | null): ListView {
  if (error instanceof ApiError && error.code === 'unreachable') return { state: 'offline' };
  if (list) return { state: 'ready', documents: list.documents, stale: error !== null };
  return { state: error ? 'failed' : 'loading' };
}
