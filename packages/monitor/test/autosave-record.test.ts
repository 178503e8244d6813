import { expect, it } from 'vitest';

import type { Autosave, Commit } from '@indelible/rooms';

import { AutosaveRecord, MOST_RECENT } from '../src/autosave-record.ts';

it('remembers the newest saves and errors, and adds up all of them', () => {
  const listeners: ((commit: Commit) => void)[] = [];
  const autosave: Autosave = {
    isHealthy: true,
    interval: { debounce: 1, maxWait: 2 },
    dirty: () => [],
    onCommit: (listener) => listeners.push(listener),
  };
  const clock = { now: () => 0, after: () => () => {} };
  const record = new AutosaveRecord(autosave, clock);
  const commit = { documents: 1, updates: 2, rows: 1, bytes: 10 };
  for (let at = 1; at <= MOST_RECENT + 1; at++) {
    for (const listener of listeners) {
      listener({ ...commit, at, duration: at, error: null });
      listener({ ...commit, at, duration: 7, error: `error ${at}` });
    }
  }
  const report = record.report(true);
  const most = MOST_RECENT + 1;
  expect(report.recentSaves).toHaveLength(MOST_RECENT);
  expect(report.recentSaves[0]).toMatchObject({ at: new Date(most).toISOString(), ms: most });
  expect(report.recentErrors).toHaveLength(MOST_RECENT);
  expect(report.recentErrors[0]?.error).toBe(`error ${most}`);
  expect(report.totals).toEqual({
    saves: most,
    failures: most,
    updates: 2 * most,
    bytes: 10 * most,
  });
  expect(report.averageMs).toBe((most + 1) / 2);
  expect(report.successRate).toBe(0.5);
});
