import { flushSync } from 'react-dom';
import { navigate } from 'wouter/use-browser-location';

import { hasNewerShell } from '../offline/app-shell.ts';
import { START } from './addresses.ts';
import { loadDocumentPage } from './document-route.tsx';

/**
 * Goes to another page of the app, and stays on this one until what the other needs is there.
 *
 * @returns when the other page stands.
 */
export async function go(address: string): Promise<void> {
  if (address !== START) await loadDocumentPage().catch(() => undefined);
  // Between two pages nobody is typing: the moment to change over to a newer version.
  if (hasNewerShell()) {
    location.assign(address);
    return;
  }
  flushSync(() => navigate(address));
  scrollTo(0, 0);
}

/** Has the browser's own back and forward change over to a newer version, too. */
export function renewOnReturn(): void {
  addEventListener('popstate', () => {
    if (hasNewerShell()) location.reload();
  });
}
