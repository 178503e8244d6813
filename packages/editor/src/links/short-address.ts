import { isSafeHref } from '@indelible/document';

/** What could make an address look like another one. */
const UNSEEN = /[\p{C}\p{Z}]/gu;

/**
 * An address as it is shown: the host whole as far as it fits, because that is what one trusts, and as much of the rest as
 * there is room for.
 *
 * @param most letters that it may have.
 */
export function shortAddress(href: string, most = 44): string {
  const url = URL.parse(href);
  // Of what leads nowhere all is shown, so that one sees why.
  if (url === null || !isSafeHref(href)) return cut(plain(href), most);
  if (url.host === '') return cut(readable(url.pathname), most);
  const host = url.host.replace(/^www\./, '');
  // Who a host belongs to is told by its end.
  if (host.length > most) return `…${host.slice(1 - most)}`;
  const rest = readable(url.pathname + url.search + url.hash);
  return cut(host + (rest === '/' ? '' : rest), most);
}

const cut = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
};

/** Half a letter can't be written as numbers. */
const plain = (text: string): string => text.toWellFormed().replace(UNSEEN, encodeURIComponent);

/** Other scripts as they are written, and not as numbers. */
function readable(part: string): string {
  try {
    return plain(decodeURI(part));
  } catch {
    return part;
  }
}
