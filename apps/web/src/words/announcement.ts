import type { ProviderStatus } from '@indelible/provider';

import { assertNever } from './never.ts';
import { words } from './words.ts';

/**
 * What a screen reader is told about the status: a sentence that changes only when the situation
 * does. Seconds are never in it, and ordinary saving is not mentioned, or it would talk over
 * everything one writes. `before`: there has been a line since the page was opened.
 */
export function announcement({ connection, save }: ProviderStatus, before: boolean): string {
  const { failingKept, failing, unkept } = words().announcements;
  switch (save.state) {
    case 'failing':
      return save.kept ? failingKept : failing;
    case 'unkept':
      return unkept;
    case 'saved':
    case 'saving':
    case 'keeping':
    case 'offline':
      if (connection.state === 'connecting' && !before) return '';
      return connectionAnnouncement(connection.state);
    default:
      return assertNever(save);
  }
}

function connectionAnnouncement(state: ProviderStatus['connection']['state']): string {
  const { connected, notConnected, disconnected } = words().announcements;
  switch (state) {
    case 'connected':
      return connected;
    // One sentence for both: an attempt every few seconds is no news.
    case 'connecting':
    case 'reconnecting':
      return notConnected;
    case 'disconnected':
      return disconnected;
    default:
      return assertNever(state);
  }
}
