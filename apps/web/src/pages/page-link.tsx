import type { ComponentProps, MouseEvent } from 'react';

import { START } from './addresses.ts';
import { loadDocumentPage } from './document-route.tsx';
import { go } from './go.ts';

interface PageLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'onClick'> {
  readonly to: string;
}

/** A link to a page of the app; what that page needs is fetched when somebody heads for it. */
export function PageLink({ to, children, ...others }: PageLinkProps) {
  const prepare = (): void => {
    if (to !== START) loadDocumentPage().catch(() => undefined);
  };
  const follow = (event: MouseEvent): void => {
    const isForBrowser = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (isForBrowser || event.button !== 0) return;
    event.preventDefault();
    void go(to);
  };
  return (
    <a {...others} href={to} onClick={follow} onPointerEnter={prepare} onFocus={prepare}>
      {children}
    </a>
  );
}
