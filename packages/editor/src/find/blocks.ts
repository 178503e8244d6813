import type { Node } from '@tiptap/pm/model';

import { NO_LETTER } from './query.ts';

/** A block with text in it, and where its text begins in the document. */
export interface TextBlock {
  readonly node: Node;
  readonly start: number;
}

/** All paragraphs, headings, cells, captions, … in their order. */
export function textBlocks(doc: Node): TextBlock[] {
  const blocks: TextBlock[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    if (node.content.size > 0) blocks.push({ node, start: at + 1 });
    return false;
  });
  return blocks;
}

const texts = new WeakMap<Node, string>();

/** A block's text with one UTF-16 unit for each place of the document, whatever is in it. */
export function textOf(block: Node): string {
  const known = texts.get(block);
  if (known !== undefined) return known;
  const text = block.children
    .map((child) => {
      if (child.isText) return child.text ?? '';
      return child.type.name === 'hardBreak' ? '\n' : NO_LETTER.repeat(child.nodeSize);
    })
    .join('');
  texts.set(block, text);
  return text;
}
