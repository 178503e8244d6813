import type { DeviceStatus } from './device-status.ts';
import { connectionOf, type LineState } from './line-state.ts';
import { isUnacknowledged, isUnsafe, type Outbox } from './outbox.ts';
import type { ConnectionStatus, ContentStatus, ProviderStatus, SaveStatus } from './status.ts';

/** Everything that the status is made of. */
export interface Facts {
  readonly line: LineState;
  readonly outbox: Outbox;
  /** Of the last local write. */
  readonly device: DeviceStatus;
  /** Whether there is a copy of this document on this device; unknown until it has been looked for. */
  readonly copy: 'unknown' | 'none' | 'present';
  /** The server's step 2 has been applied. */
  readonly synced: boolean;
  /** The server was not there the first time it was needed. */
  readonly unreachable: boolean;
  /** The server said that it can't write at the moment. */
  readonly degraded: boolean;
}

export const firstFacts = (line: LineState, outbox: Outbox): Facts => ({
  line,
  outbox,
  device: 'keeps',
  copy: 'unknown',
  synced: false,
  unreachable: false,
  degraded: false,
});

/** What people are told. */
export const statusOf = (facts: Facts): ProviderStatus => ({
  connection: connectionStatusOf(facts),
  save: saveStatusOf(facts),
  content: contentStatusOf(facts),
  device: facts.device,
  unsafeToClose: isUnsafe(facts.outbox),
});

/** A document that was made on this device is known to no server yet, which only the copy can say. */
function connectionStatusOf({ line, copy }: Facts): ConnectionStatus {
  if (line.state === 'refused' && copy === 'unknown') return { state: 'connecting' };
  return connectionOf(line);
}

/** "Saved" hangs on unacknowledged work alone, never on the line. */
function saveStatusOf({ outbox, line, device, degraded }: Facts): SaveStatus {
  if (!isUnacknowledged(outbox)) return { state: 'saved', at: outbox.savedAt };
  const keeping = device === 'keeps';
  if (line.state !== 'connected') {
    if (!keeping) return { state: 'unkept' };
    return { state: isUnsafe(outbox) ? 'keeping' : 'offline' };
  }
  if (degraded || outbox.rejected) return { state: 'failing', kept: keeping };
  return { state: 'saving' };
}

/** A page that could be typed into must never be shown for want of an answer. */
function contentStatusOf({ synced, copy, unreachable }: Facts): ContentStatus {
  if (synced) return 'synced';
  if (copy === 'present') return 'local';
  return copy === 'none' && unreachable ? 'failed' : 'loading';
}
