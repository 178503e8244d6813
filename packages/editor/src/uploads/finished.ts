import type { Node, Schema } from '@tiptap/pm/model';

import type { StoredFile } from '@indelible/protocol';

/**
 * What an uploaded file is in the document.
 *
 * @param picture as it was where it came from, in JSON.
 */
export function nodeFor(schema: Schema, stored: StoredFile, picture?: unknown): Node {
  const { src, kind, name, size, type } = stored;
  if (kind === 'file') return schema.node('file', { src, name, size, type });
  const former = kind === 'image' && picture !== undefined ? pictureIn(schema, picture) : null;
  if (former === null) return schema.node(kind, { src });
  return former.type.create({ ...former.attrs, src }, former.content);
}

/** Null if it is none: it was kept on the device, perhaps by another version of this page. */
function pictureIn(schema: Schema, json: unknown): Node | null {
  try {
    const node = schema.nodeFromJSON(json);
    node.check();
    return node.type.name === 'image' ? node : null;
  } catch {
    return null;
  }
}

/** Pictures that this page has just uploaded, by their address: they need not be fetched to be shown. */
const previews = new Map<string, string>();

export function rememberPreview(src: string, preview: string): void {
  previews.set(src, preview);
}

/** What to draw for a picture's address. */
export const previewOf = (src: string): string => previews.get(src) ?? src;
