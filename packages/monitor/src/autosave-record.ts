import type { Autosave, Clock, Commit } from '@indelible/rooms';

import type { AutosaveReport, ReportedError, ReportedSave } from './autosave-report.ts';

/** How many saves and how many errors are remembered. */
export const MOST_RECENT = 50;
/** How many dirty documents are named. */
export const MOST_IDS = 100;

/** Remembers what the autosave did. */
export class AutosaveRecord {
  readonly #autosave: Autosave;
  readonly #clock: Clock;
  readonly #saves: Commit[] = [];
  readonly #errors: Commit[] = [];
  readonly #totals = { saves: 0, failures: 0, updates: 0, bytes: 0 };
  /** Milliseconds, of all saves that worked. */
  #spent = 0;

  constructor(autosave: Autosave, clock: Clock) {
    this.#autosave = autosave;
    this.#clock = clock;
    autosave.onCommit((commit) => this.#add(commit));
  }

  /** @param showsIds whether the dirty documents are named. */
  report(showsIds: boolean): AutosaveReport {
    const { saves, failures } = this.#totals;
    const { debounce, maxWait } = this.#autosave.interval;
    return {
      running: true,
      healthy: this.#autosave.isHealthy,
      interval: { debounceMs: debounce, maxWaitMs: maxWait },
      totals: { ...this.#totals },
      averageMs: saves === 0 ? null : this.#spent / saves,
      successRate: saves + failures === 0 ? null : saves / (saves + failures),
      recentSaves: this.#saves.toReversed().map(reportedSave),
      recentErrors: this.#errors.toReversed().map(reportedError),
      dirty: this.#dirty(showsIds),
    };
  }

  #add(commit: Commit): void {
    if (commit.error === null) {
      this.#totals.saves += 1;
      this.#totals.updates += commit.updates;
      this.#totals.bytes += commit.bytes;
      this.#spent += commit.duration;
    } else {
      this.#totals.failures += 1;
    }
    const recent = commit.error === null ? this.#saves : this.#errors;
    recent.push(commit);
    if (recent.length > MOST_RECENT) recent.shift();
  }

  #dirty(showsIds: boolean): AutosaveReport['dirty'] {
    const dirty = this.#autosave.dirty().toSorted((a, b) => a.since - b.since);
    const [oldest] = dirty;
    return {
      count: dirty.length,
      oldestMs: oldest === undefined ? null : Math.max(0, this.#clock.now() - oldest.since),
      ids: showsIds ? dirty.slice(0, MOST_IDS).map(({ document }) => document) : null,
    };
  }
}

const reportedSave = ({ at, duration, documents, updates, rows, bytes }: Commit): ReportedSave => ({
  at: new Date(at).toISOString(),
  ms: duration,
  documents,
  updates,
  rows,
  bytes,
});

const reportedError = ({ at, duration, documents, error }: Commit): ReportedError => ({
  at: new Date(at).toISOString(),
  ms: duration,
  documents,
  error: error ?? '',
});
