import type { ProviderStatus } from '@indelible/provider';

import { assertNever } from './never.ts';

/**
 * What a screen reader is told about the status: a sentence that changes only when the situation
 * does. Seconds are never in it, and ordinary saving is not mentioned, or it would talk over
 * everything one writes. `before`: there has been a line since the page was opened.
 */
export function announcement({ connection, save }: ProviderStatus, before: boolean): string {
  switch (save.state) {
    case 'failing':
      return save.kept
        ? 'Not saved. The server can’t write. Your words are kept on this device.'
        : 'Not saved. The server can’t write. Keep this page open.';
    case 'unkept':
      return 'Not saved. Keep this page open until the line is back.';
    case 'saved':
    case 'saving':
    case 'offline':
      if (connection.state === 'connecting' && !before) return '';
      return connectionAnnouncement(connection.state);
    default:
      return assertNever(save);
  }
}

function connectionAnnouncement(state: ProviderStatus['connection']['state']): string {
  switch (state) {
    case 'connected':
      return 'Connected.';
    // One sentence for both: an attempt every few seconds is no news.
    case 'connecting':
    case 'reconnecting':
      return 'Not connected. Your words are kept on this device.';
    case 'disconnected':
      return 'Disconnected. Your words are kept on this device.';
    default:
      return assertNever(state);
  }
}
