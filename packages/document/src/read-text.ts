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
  if (!(node instanceof Y.XmlElement)) return;
  const label = labelOf(node);
  if (label !== '') lines.push(label);
  if (textless.has(node.nodeName)) return;
  const children = node.toArray();
  if (node.nodeName === 'image' && children.length === 0) return;
  if (children.every(isInline)) lines.push(children.map(inlineText).join(''));
  else for (const child of children) readBlock(child, lines, depth + 1);
}

/** Blocks that have no lines of text in them. */
const textless = new Set([
  'horizontalRule',
  'file',
  'video',
  'embed',
  'blockMath',
  'tableOfContents',
]);

/** The attribute that says in words what an element without text shows. */
const labels: Readonly<Record<string, string>> = {
  image: 'alt',
  file: 'name',
  blockMath: 'latex',
  inlineMath: 'latex',
  mention: 'label',
  date: 'value',
};

function labelOf(node: Y.XmlElement): string {
  const name = labels[node.nodeName];
  const label: unknown = name === undefined ? '' : node.getAttribute(name);
  return typeof label === 'string' ? label : '';
}

function isInline(node: XmlNode): boolean {
  if (node instanceof Y.XmlText) return true;
  return node instanceof Y.XmlElement && inlineElements.has(node.nodeName);
}

const inlineElements = new Set(['hardBreak', 'inlineMath', 'mention', 'date']);

function inlineText(node: XmlNode): string {
  if (node instanceof Y.XmlText) return plain(node);
  return node instanceof Y.XmlElement && node.nodeName !== 'hardBreak' ? labelOf(node) : '\n';
}

/** `XmlText.toString` writes the formatting as tags, so the text is taken from the delta. */
function plain(text: Y.XmlText): string {
  let result = '';
  for (const { insert } of text.toDelta() as { insert?: unknown }[]) {
    if (typeof insert === 'string') result += insert;
  }
  return result;
}
