import type { EditorView } from '@tiptap/pm/view';

import { isSafeHref } from '@indelible/document';

/** Opens an address in a tab of its own, which learns nothing of this page. */
export function openLink(href: unknown): void {
  if (typeof href === 'string' && isSafeHref(href))
    window.open(href, '_blank', 'noopener,noreferrer');
}

/** Follows a link on a click with Ctrl or ⌘; a plain click puts the caret into it. */
export function openLinkOnClick(view: EditorView, _position: number, event: MouseEvent): boolean {
  if (!view.editable || !(event.ctrlKey || event.metaKey)) return false;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link === null) return false;
  openLink(link.getAttribute('href'));
  return true;
}
