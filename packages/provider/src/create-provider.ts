import { environmentOf, type Environment } from './environment.ts';
import { LiveProvider } from './live-provider.ts';
import type { Provider, ProviderOptions } from './provider.ts';
import { defaultSettings, type ProviderSettings } from './settings.ts';

export interface CreateOptions extends ProviderOptions {
  /** In place of the defaults. */
  readonly settings?: Partial<ProviderSettings>;
  /** In place of the page's own. */
  readonly environment?: Partial<Environment>;
  /** Nothing of the document is read or sent before this has come to an end. */
  readonly after?: Promise<unknown>;
}

/**
 * Opens a document: from this device and from the server at the same time. Failures never throw; they
 * are in `status()`.
 */
export const createProvider = (options: CreateOptions): Provider =>
  new LiveProvider(
    options,
    { ...defaultSettings, ...options.settings },
    environmentOf(options.environment),
    options.after ?? Promise.resolve(),
  );
