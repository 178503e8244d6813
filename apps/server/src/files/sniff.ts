import { fileTypeFromBuffer } from 'file-type';

/** What a file turned out to be. */
export type Sniffed =
  /** To be encoded anew. */
  | { readonly shape: 'picture'; readonly encodeAs: PictureEnding }
  | { readonly shape: 'video'; readonly ending: string }
  /** `type` is only ever told, never sent as a content type. */
  | { readonly shape: 'other'; readonly type: string };

export type PictureEnding = 'jpg' | 'png' | 'gif' | 'webp';

/** Bytes from the start that are looked at: enough for every kind that is shown. */
export const SNIFFED_BYTES = 64 * 1024;

/** The detector's word for what it found, and what becomes of it. */
const pictures: Readonly<Record<string, PictureEnding>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'webp',
  'image/tiff': 'webp',
  'image/svg+xml': 'png',
};
const videos: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/x-m4v': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
};

const UNKNOWN = 'application/octet-stream';
/** A comment or a declaration may come first; markup of another kind may not. */
const SVG =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^>[]*>\s*)*<svg[\s>]/i;

/** Says by its first bytes what a file is; names and headers are not asked. */
export async function sniff(start: Uint8Array): Promise<Sniffed> {
  const type = await typeOf(start);
  const encodeAs = pictures[type];
  if (encodeAs !== undefined) return { shape: 'picture', encodeAs };
  const ending = videos[type];
  return ending === undefined ? { shape: 'other', type } : { shape: 'video', ending };
}

async function typeOf(start: Uint8Array): Promise<string> {
  if (SVG.test(new TextDecoder().decode(start.subarray(0, 4096)))) return 'image/svg+xml';
  try {
    return (await fileTypeFromBuffer(start))?.mime ?? UNKNOWN;
  } catch {
    // A file that is made to look like something and breaks off is nothing we would show.
    return UNKNOWN;
  }
}
