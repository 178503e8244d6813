import type { ConnectionStatus, SaveStatus } from '@indelible/provider';

import { assertNever } from './never.ts';
import { dateWords, shortAgo } from './relative-time.ts';

/** How one part of the status reads. */
export interface StatusWords {
  readonly text: string;
  /** The same where there is little room. */
  readonly short: string;
  /** One sentence for those who ask what it means. */
  readonly explanation: string;
}

/** What the line to the server is doing; `now` in milliseconds since 1970. */
export function connectionWords(connection: ConnectionStatus, now: number): StatusWords {
  switch (connection.state) {
    case 'connected':
      return same(
        'Connected',
        connection.via === 'http'
          ? 'You see what others write as they write it, over plain HTTP for now, because the faster way did not get through.'
          : 'You see what others write as they write it.',
      );
    case 'connecting':
      return same('Connecting…', 'The line to the server is being opened.');
    case 'reconnecting': {
      const seconds = Math.ceil((connection.at - now) / 1000);
      return same(
        seconds > 0 ? `Reconnecting in ${seconds} s` : 'Reconnecting…',
        'The line to the server is down; it is tried again by itself.',
      );
    }
    case 'disconnected':
      return same('Disconnected', 'There is no line to the server, and none is being tried.');
    default:
      return assertNever(connection);
  }
}

/** What has become of this person's own words; `now` in milliseconds since 1970. */
export function saveWords(save: SaveStatus, now: number): StatusWords {
  switch (save.state) {
    case 'saved':
      return same(
        savedWords(save.at, now),
        save.at === null
          ? 'Everything in this document is on the server’s disk.'
          : 'Everything you wrote is on the server’s disk.',
      );
    case 'saving':
      return same('Saving…', 'Your latest words are on their way to the server’s disk.');
    case 'offline':
      return {
        text: 'Offline – kept on this device',
        short: 'Kept on this device',
        explanation:
          'You can go on writing: your words are kept on this device and go to the server when the line is back.',
      };
    case 'failing':
      return failingWords(save.kept);
    case 'unkept':
      return {
        text: 'Not saved – keep this page open until the line is back',
        short: 'Not saved – keep this page open',
        explanation:
          'The line is down and this device can’t keep your latest words; they live in this page until the line is back.',
      };
    default:
      return assertNever(save);
  }
}

function failingWords(kept: boolean): StatusWords {
  return kept
    ? {
        text: 'Not saved – the server can’t write; your words are kept on this device',
        short: 'Not saved – kept on this device',
        explanation:
          'The server can’t write to its disk at the moment; it goes on trying, and your words are safe on this device.',
      }
    : {
        text: 'Not saved – the server can’t write; keep this page open',
        short: 'Not saved – keep this page open',
        explanation:
          'The server can’t write to its disk at the moment and neither can this device; your latest words live in this page.',
      };
}

function savedWords(at: number | null, now: number): string {
  if (at === null) return 'Saved';
  const dayOld = now - at >= 24 * 60 * 60 * 1000;
  return `Saved ${dayOld ? dateWords(at, now) : shortAgo(at, now)}`;
}

const same = (text: string, explanation: string): StatusWords => ({
  text,
  short: text,
  explanation,
});
