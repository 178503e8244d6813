import { expect, test } from 'vitest';

import type { ProviderStatus } from '@indelible/provider';

import { followTimes, noTimes } from '../src/words/status-times.ts';

const status = (
  connection: ProviderStatus['connection'],
  save: ProviderStatus['save'],
): ProviderStatus => ({
  connection,
  save,
  content: 'synced',
  device: 'keeps',
  unsafeToClose: false,
});

test('remembers when the line came and went, and the last save through what follows it', () => {
  const up = followTimes(
    noTimes,
    status({ state: 'connected', via: 'webSocket' }, { state: 'saved', at: null }),
    100,
  );
  expect(up).toEqual({ saved: null, connected: 100, lost: null, online: true });

  const saved = followTimes(
    up,
    status({ state: 'connected', via: 'webSocket' }, { state: 'saved', at: 150 }),
    200,
  );
  expect(saved).toEqual({ saved: 150, connected: 100, lost: null, online: true });

  const down = followTimes(
    saved,
    status({ state: 'reconnecting', at: 400 }, { state: 'offline' }),
    300,
  );
  expect(down).toEqual({ saved: 150, connected: 100, lost: 300, online: false });

  const back = followTimes(
    down,
    status({ state: 'connected', via: 'webSocket' }, { state: 'saving' }),
    500,
  );
  expect(back).toEqual({ saved: 150, connected: 500, lost: 300, online: true });

  const reopened = status({ state: 'reconnecting', at: 600 }, { state: 'saved', at: null });
  expect(followTimes(back, reopened, 550)).toMatchObject({ saved: 150, lost: 550 });
});

test('is the same object while nothing has moved', () => {
  const connected = status({ state: 'connected', via: 'webSocket' }, { state: 'saved', at: 1 });
  const times = followTimes(noTimes, connected, 100);
  expect(followTimes(times, connected, 200)).toBe(times);
});
