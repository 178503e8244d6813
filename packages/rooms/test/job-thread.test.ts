import { afterEach, expect, test, vi } from 'vitest';

import { systemClock } from '../src/clock.ts';
import { JobThread } from '../src/job-thread.ts';

const start = (timeout: number): JobThread<string, string> =>
  new JobThread(new URL('./jobs.ts', import.meta.url), systemClock, timeout);

afterEach(() => {
  vi.unstubAllEnvs();
});

test('jobs are done one after the other and answered each', async () => {
  await using thread = start(10_000);
  const results = await Promise.all(['a', 'b', 'c'].map((job) => thread.run(job)));
  expect(results).toEqual(['A', 'B', 'C']);
});

test('a job that fails, ends the thread or hangs fails alone', async () => {
  await using thread = start(1_000);
  await expect(thread.run('fail')).rejects.toThrow('told to fail');
  await expect(thread.run('exit')).rejects.toThrow('ended');
  await expect(thread.run('hang')).rejects.toThrow('longer than 1000 ms');
  expect(await thread.run('fine')).toBe('FINE');
});

test('what Node says over the port of a thread while it watches files is no answer', async () => {
  vi.stubEnv('WATCH_REPORT_DEPENDENCIES', '1');
  await using thread = start(10_000);
  expect(await thread.run('a')).toBe('A');
});
