import type * as Y from 'yjs';

import { readTitle } from '../title.ts';
import { documentNode } from '../transfer/document-node.ts';
import type { Carried } from '../transfer/losses.ts';
import { titleHeading, writeMarkdown } from './write-markdown.ts';

/** A whole document as Markdown, its title as the first heading. It needs no browser. */
export function markdownOf(doc: Y.Doc): Carried<string> {
  const { result, losses } = writeMarkdown(documentNode(doc));
  return { result: titleHeading(readTitle(doc)) + result, losses };
}
