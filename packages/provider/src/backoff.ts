import type { ProviderSettings } from './settings.ts';

/**
 * How long to wait before the try after `attempt` failures, in milliseconds: anywhere in the second half of a bound that
 * doubles, so that the clients of a server that fell do not return in step. The first half is always waited: short waits
 * in a row would use up the tries of a short outage, and the next one would be half a minute off. So nobody waits much
 * longer than twice as long as the server was gone.
 *
 * @param random at least 0, less than 1.
 */
export function backoff(attempt: number, random: number, settings: ProviderSettings): number {
  const bound = Math.min(settings.backoffCap, settings.backoffBase * 2 ** attempt);
  return Math.round((bound * (1 + random)) / 2);
}
