import type { DocumentId } from '@indelible/protocol';

/** What `GET /api/v1/autosave` answers. Times of day are ISO 8601, durations milliseconds, sizes bytes. */
export interface AutosaveReport {
  /** It always is while the process answers; it can't be turned off. */
  readonly running: true;
  /** False from a failed save until one that works; it is tried again all the time. */
  readonly healthy: boolean;
  readonly interval: { readonly debounceMs: number; readonly maxWaitMs: number };
  /** Since the process began. */
  readonly totals: {
    readonly saves: number;
    readonly failures: number;
    readonly updates: number;
    readonly bytes: number;
  };
  /** Of the saves that worked; null before the first. */
  readonly averageMs: number | null;
  /** From 0 to 1, of all attempts; null before the first. */
  readonly successRate: number | null;
  /** The newest first. */
  readonly recentSaves: readonly ReportedSave[];
  readonly recentErrors: readonly ReportedError[];
  /** What is not on disk at the moment. */
  readonly dirty: {
    readonly count: number;
    readonly oldestMs: number | null;
    /** The oldest first, at most `MOST_IDS`. Null if whoever asks may not know them. */
    readonly ids: readonly DocumentId[] | null;
  };
}

export interface ReportedSave {
  readonly at: string;
  readonly ms: number;
  readonly documents: number;
  readonly updates: number;
  readonly rows: number;
  readonly bytes: number;
}

export interface ReportedError {
  readonly at: string;
  readonly ms: number;
  readonly documents: number;
  readonly error: string;
}
