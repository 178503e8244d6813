import { MAX_FILE_NAME } from '@indelible/protocol';

import type { KeptFile } from './file-store.ts';

/** Before a file's key, in the path. */
export const FILES_PREFIX = '/files/';

/**
 * Where a file is, from the root of the site. A picture's size is behind a #, so that a page can keep its place
 * free before the picture is there.
 */
export function addressOf({ key, pixels }: KeptFile, name: string): string {
  const size = pixels === null ? '' : `#${pixels.width}x${pixels.height}`;
  return `${FILES_PREFIX}${key}/${encodeURIComponent(name)}${size}`;
}

/** Control characters, those that turn the direction of writing round, and what means something in paths. */
// oxlint-disable-next-line no-control-regex
const NEVER_IN_NAMES = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/g;

/** The name to show and to download by: one that every system takes, with an ending that says what it is. */
export function fileName(given: string, key: string): string {
  const plain = given.toWellFormed().replaceAll(NEVER_IN_NAMES, ' ');
  const trimmed = plain
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const name = trimmed === '' ? 'file' : trimmed.slice(0, MAX_FILE_NAME).toWellFormed();
  const ending = key.slice(key.lastIndexOf('.') + 1);
  if (ending === 'bin' || name.toLowerCase().endsWith(`.${ending}`)) return name;
  if (ending === 'jpg' && /\.jpeg$/i.test(name)) return name;
  // A picture that is encoded as another kind is called by it: drawing.svg becomes drawing.png.
  return `${name.replace(/\.[a-z0-9]{2,4}$/i, '').slice(0, MAX_FILE_NAME - 5)}.${ending}`;
}

/** `Content-Disposition`, with the name for old and for new readers. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const ascii = name.replaceAll(/[^\u0020-\u007e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
