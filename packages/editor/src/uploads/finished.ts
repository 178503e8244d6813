import type { Node, Schema } from '@tiptap/pm/model';

import type { StoredFile } from '@indelible/protocol';

/** What an uploaded file is in the document. */
export function nodeFor(schema: Schema, { src, kind, name, size, type }: StoredFile): Node {
  if (kind === 'file') return schema.node('file', { src, name, size, type });
  return schema.node(kind, { src });
}

/** Pictures that this page has just uploaded, by their address: they need not be fetched to be shown. */
const previews = new Map<string, string>();

export function rememberPreview(src: string, preview: string): void {
  previews.set(src, preview);
}

/** What to draw for a picture's address. */
export const previewOf = (src: string): string => previews.get(src) ?? src;
