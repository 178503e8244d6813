import type { ConnectionStatus, DeviceStatus, SaveStatus } from '@indelible/provider';

import { assertNever } from './never.ts';
import { dateWords, shortAgo } from './relative-time.ts';
import { words } from './words.ts';

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
  const { status } = words();
  switch (connection.state) {
    case 'connected':
      return same(
        status.connected,
        connection.via === 'http' ? status.overHttpMeans : status.connectedMeans,
      );
    case 'connecting':
      return same(status.connecting, status.connectingMeans);
    case 'reconnecting': {
      const seconds = Math.ceil((connection.at - now) / 1000);
      return same(
        seconds > 0 ? status.reconnectingIn(seconds) : status.reconnecting,
        status.reconnectingMeans,
      );
    }
    case 'disconnected':
      return same(status.disconnected, status.disconnectedMeans);
    default:
      return assertNever(connection);
  }
}

/** What has become of this person's own words; `now` in milliseconds since 1970. */
export function saveWords(
  save: SaveStatus,
  now: number,
  device: DeviceStatus = 'keeps',
): StatusWords {
  const { status, offline } = words();
  switch (save.state) {
    case 'saved': {
      const saved = same(
        savedWords(save.at, now),
        save.at === null ? status.allSavedMeans : status.savedMeans,
      );
      return device === 'keeps' ? saved : withDevice(saved, device);
    }
    case 'saving':
      return same(status.saving, status.savingMeans);
    case 'keeping':
      return offline.keeping;
    case 'offline':
      return {
        text: status.offline,
        short: status.offlineShort,
        explanation: status.offlineMeans,
      };
    case 'failing':
      return failingWords(save.kept);
    case 'unkept':
      if (device === 'full' || device === 'forbidden') return offline.unkept[device];
      return { text: status.unkept, short: status.unkeptShort, explanation: status.unkeptMeans };
    default:
      return assertNever(save);
  }
}

/** Words that are on the server, and only there. */
function withDevice(saved: StatusWords, device: Exclude<DeviceStatus, 'keeps'>): StatusWords {
  const { notKeptHere, notKept } = words().offline;
  return {
    ...saved,
    text: `${saved.text} – ${notKeptHere}`,
    explanation: `${saved.explanation} ${notKept[device]}`,
  };
}

function failingWords(kept: boolean): StatusWords {
  const { status } = words();
  return kept
    ? {
        text: status.failingKept,
        short: status.failingKeptShort,
        explanation: status.failingKeptMeans,
      }
    : { text: status.failing, short: status.failingShort, explanation: status.failingMeans };
}

function savedWords(at: number | null, now: number): string {
  const { saved, savedAgo, savedOn } = words().status;
  if (at === null) return saved;
  const ago = shortAgo(at, now);
  return ago === null ? savedOn(dateWords(at, now)) : savedAgo(ago);
}

const same = (text: string, explanation: string): StatusWords => ({
  text,
  short: text,
  explanation,
});
