import type { ProviderStatus, Refusal } from '@indelible/provider';

/** What the document's page shows below its bar. */
export type ContentView =
  | { readonly show: 'loading' }
  /** No copy here and no answer from the server; never a page to type into. */
  | { readonly show: 'failed' }
  | { readonly show: 'refused'; readonly refusal: Refusal }
  /** `refusal`: the server has turned this page away since, or there is only the local copy. */
  | { readonly show: 'page'; readonly refusal: Refusal | null };

/** From the provider's status. */
export function contentView({ connection, content }: ProviderStatus): ContentView {
  const refusal = connection.state === 'disconnected' ? connection.refusal : null;
  if (content === 'local' || content === 'synced') return { show: 'page', refusal };
  if (refusal) return { show: 'refused', refusal };
  return { show: content === 'failed' ? 'failed' : 'loading' };
}
