import { connectionOf, type LineState } from './line-state.ts';
import { isUnacknowledged, isUnsafe, type Outbox } from './outbox.ts';
import type { ContentStatus, ProviderStatus, SaveStatus } from './status.ts';

/** Everything that the status is made of. */
export interface Facts {
  readonly line: LineState;
  readonly outbox: Outbox;
  /** False once a local write has failed, until one succeeds again. */
  readonly keeping: boolean;
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
  keeping: true,
  copy: 'unknown',
  synced: false,
  unreachable: false,
  degraded: false,
});

/** What people are told. */
export const statusOf = (facts: Facts): ProviderStatus => ({
  connection: connectionOf(facts.line),
  save: saveStatusOf(facts),
  content: contentStatusOf(facts),
  unsafeToClose: isUnsafe(facts.outbox),
});

/** "Saved" hangs on unacknowledged work alone, never on the line. */
function saveStatusOf({ outbox, line, keeping, degraded }: Facts): SaveStatus {
  if (!isUnacknowledged(outbox)) return { state: 'saved', at: outbox.savedAt };
  if (line.state !== 'connected') return { state: keeping ? 'offline' : 'unkept' };
  if (degraded || outbox.rejected) return { state: 'failing', kept: keeping };
  return { state: 'saving' };
}

/** A page that could be typed into must never be shown for want of an answer. */
function contentStatusOf({ synced, copy, unreachable }: Facts): ContentStatus {
  if (synced) return 'synced';
  if (copy === 'present') return 'local';
  return copy === 'none' && unreachable ? 'failed' : 'loading';
}
