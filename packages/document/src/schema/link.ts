import { Link as PlainLink } from '@tiptap/extension-link';

import { isSafeHref } from '../safe-url.ts';
import { localOnly } from './local-only.ts';

/**
 * Only the address is stored; target and rel are ours. Raw updates bypass paste rules, so the address is judged
 * again whenever it is drawn.
 */
export const Link = PlainLink.extend({
  // What is typed behind a link is no part of it.
  inclusive: false,
  addAttributes: () => ({ href: { default: null }, title: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (a) => (isSafeHref(a.getAttribute('href')) ? null : false) },
  ],
  renderHTML({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) {
    const { href, title } = HTMLAttributes;
    if (!isSafeHref(href)) return ['a', { class: 'ed-inert-link' }, 0];
    return ['a', { href, title, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0];
  },
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map(localOnly);
  },
}).configure({
  openOnClick: false,
  autolink: true,
  markdownLinks: true,
  defaultProtocol: 'https',
  // Asked about what was typed, which may still lack its protocol.
  isAllowedUri: (url) =>
    isSafeHref(url) || (!/^[a-z][a-z0-9+.-]*:/i.test(url) && isSafeHref(`https://${url}`)),
});
