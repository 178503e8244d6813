import * as Y from 'yjs';

import { contentOf } from './roots.ts';

/** Levels read; raw updates can nest deeper than any editor and would overflow the stack. */
const MAX_DEPTH = 100;

/** The content as plain text for search and previews: one line a block, pictures by their description. */
export function readText(doc: Y.Doc): string {
  const lines: string[] = [];
  for (const child of contentOf(doc).toArray()) readBlock(child, lines, 0);
  return lines.join('\n');
}

type XmlNode = Y.XmlElement | Y.XmlText | Y.XmlHook;

function readBlock(node: XmlNode, lines: string[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (node instanceof Y.XmlText) {
    lines.push(plain(node));
    return;
  }
  if (!(node instanceof Y.XmlElement) || node.nodeName === 'horizontalRule') return;
  if (node.nodeName === 'image') {
    const description: unknown = node.getAttribute('alt');
    if (typeof description === 'string' && description !== '') lines.push(description);
    return;
  }
  const children = node.toArray();
  if (children.every(isInline)) lines.push(children.map(inlineText).join(''));
  else for (const child of children) readBlock(child, lines, depth + 1);
}

function isInline(node: XmlNode): boolean {
  return node instanceof Y.XmlText || isHardBreak(node);
}

function isHardBreak(node: XmlNode): boolean {
  return node instanceof Y.XmlElement && node.nodeName === 'hardBreak';
}

function inlineText(node: XmlNode): string {
  return node instanceof Y.XmlText ? plain(node) : '\n';
}

/** `XmlText.toString` writes the formatting as tags, so the text is taken from the delta. */
function plain(text: Y.XmlText): string {
  let result = '';
  for (const { insert } of text.toDelta() as { insert?: unknown }[]) {
    if (typeof insert === 'string') result += insert;
  }
  return result;
}
