import type { ProviderSettings } from './settings.ts';

/**
 * How long to wait before the try after `attempt` failures, in milliseconds: anywhere between 0 and a
 * bound that doubles (full jitter), so that the clients of a server that fell do not return in step.
 *
 * @param random at least 0, less than 1.
 */
export function backoff(attempt: number, random: number, settings: ProviderSettings): number {
  const bound = Math.min(settings.backoffCap, settings.backoffBase * 2 ** attempt);
  return Math.round(random * bound);
}
