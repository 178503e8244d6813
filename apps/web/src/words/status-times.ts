import type { ProviderStatus } from '@indelible/provider';

/** When things last happened on this page, in milliseconds since 1970; null: not yet. */
export interface StatusTimes {
  readonly saved: number | null;
  readonly connected: number | null;
  readonly lost: number | null;
  readonly online: boolean;
}

export const noTimes: StatusTimes = { saved: null, connected: null, lost: null, online: false };

/** The times after `status` was seen at `now`; the same object if none of them moved. */
export function followTimes(times: StatusTimes, status: ProviderStatus, now: number): StatusTimes {
  const online = status.connection.state === 'connected';
  const saved = status.save.state === 'saved' ? (status.save.at ?? times.saved) : times.saved;
  if (online === times.online && saved === times.saved) return times;
  return {
    saved,
    online,
    connected: online && !times.online ? now : times.connected,
    lost: !online && times.online ? now : times.lost,
  };
}
