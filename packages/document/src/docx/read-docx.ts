import { Fragment, type Node } from '@tiptap/pm/model';

import type { MarkdownDocument } from '../markdown/read-markdown.ts';
import { isSafeImageSource } from '../safe-url.ts';
import { schema } from '../schema/schema.ts';
import { type Carried, LossCount } from '../transfer/losses.ts';
import { type Archive, openArchive } from './archive.ts';
import { joinBlocks } from './join-blocks.ts';
import { bodyOf, readParts } from './parts.ts';
import { BlockReader } from './read-blocks.ts';

/** Keeps a picture somewhere, and says at which address; null if it can't. */
export type KeepPicture = (bytes: Uint8Array, name: string) => Promise<string | null>;

/**
 * A Word file as a document; null if it is none, is broken, or would unpack to more than it should. Needs a
 * browser's `DOMParser`.
 */
export async function readDocx(
  file: Uint8Array,
  keepPicture: KeepPicture = async () => null,
): Promise<Carried<MarkdownDocument> | null> {
  const archive = openArchive(file);
  const body = archive === null ? null : bodyOf(archive);
  if (archive === null || body === null) return null;
  const losses = new LossCount();
  const parts = readParts(archive);
  const pictures = await keepPictures(archive, body, parts.target, keepPicture);
  const picture = (relation: string, alt: string | null, width: number | null): Node | null => {
    const src = pictures.get(relation);
    if (src === undefined) losses.note('picture', alt ?? '');
    return src === undefined ? null : schema.node('image', { src, alt, width });
  };
  const reader = new BlockReader(parts, losses, picture);
  const blocks = joinBlocks(reader.read(body));
  const content = schema.topNodeType.createAndFill(null, Fragment.fromArray(blocks));
  if (content === null) return null;
  return { result: { content, title: reader.title }, losses: losses.all() };
}

async function keepPictures(
  archive: Archive,
  body: Element,
  target: (relation: string | null) => string | null,
  keep: KeepPicture,
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for (const blip of body.getElementsByTagNameNS('*', 'blip')) {
    const relation = blip.getAttributeNS(RELATIONS, 'embed');
    const name = target(relation)?.replace(/^\/?(?:word\/)?/, 'word/') ?? '';
    const bytes = archive.bytes(name);
    if (relation === null || bytes === null || kept.has(relation)) continue;
    const src = await keep(bytes, name.slice(name.lastIndexOf('/') + 1));
    if (src !== null && isSafeImageSource(src)) kept.set(relation, src);
  }
  return kept;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
