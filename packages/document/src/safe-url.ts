import { isOwnFile } from './own-file.ts';

const LINK_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const IMAGE_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:']);

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HOST_AND_PORT = /^[a-z0-9.-]+:\d+(?:[/?#]|$)/i;
const EMAIL = /^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/;

/** Whether a link may be followed: absolute, and of a protocol that runs nothing. */
export function isSafeHref(value: unknown): boolean {
  return hasProtocol(value, LINK_PROTOCOLS);
}

/**
 * Whether a picture, video or file may be loaded: from the web, or uploaded to this server. `data:` is refused: its
 * bytes would live in the document for ever.
 */
export function isSafeImageSource(value: unknown): boolean {
  return isOwnFile(value) || hasProtocol(value, IMAGE_PROTOCOLS);
}

/** What a person typed as an address, as an absolute one; null if it is none that may be followed. */
export function toHref(typed: string): string | null {
  const text = typed.trim();
  if (EMAIL.test(text)) return `mailto:${text}`;
  if (SCHEME.test(text) && !HOST_AND_PORT.test(text)) return isSafeHref(text) ? text : null;
  const looksLikeHost = /^[^\s/?#]*[.:][^\s/?#]+/.test(text) || /^localhost(?:[/?#]|$)/.test(text);
  const href = `https://${text}`;
  return looksLikeHost && isSafeHref(href) ? href : null;
}

/** The URL parser strips tabs, newlines and control characters exactly as a browser does before it follows. */
function hasProtocol(value: unknown, protocols: ReadonlySet<string>): boolean {
  if (typeof value !== 'string') return false;
  const url = URL.parse(value);
  return url !== null && protocols.has(url.protocol);
}
