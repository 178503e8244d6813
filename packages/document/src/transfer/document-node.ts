import { Fragment, type Mark, type Node } from '@tiptap/pm/model';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

import { contentOf } from '../roots.ts';
import { schema } from '../schema/schema.ts';

/** Levels read; raw updates can nest deeper than any editor and would overflow the stack. */
const MAX_DEPTH = 100;

/**
 * The content of a document as the schema's nodes. What the schema does not know, or not there, is taken apart, and
 * its words kept: raw updates can contain anything.
 */
export function documentNode(doc: Y.Doc): Node {
  const json: unknown = yXmlFragmentToProsemirrorJSON(contentOf(doc));
  return documentOf(childrenOf(json, 0));
}

/** The same of blocks in JSON, such as a slice's, of whatever schema. */
export function documentOfBlocks(blocks: unknown): Node {
  return documentOf(childrenOf({ content: blocks }, 0));
}

function documentOf(children: Node[]): Node {
  return make('doc', {}, children) ?? schema.node('doc', null, linesOf(children));
}

function build(json: unknown, depth: number): Node[] {
  if (depth > MAX_DEPTH || !isRecord(json)) return [];
  const marks = marksOf(json['marks']);
  if (json['type'] === 'text')
    return typeof json['text'] === 'string' && json['text'] !== ''
      ? [schema.text(json['text'], marks)]
      : [];
  const children = childrenOf(json, depth);
  const attrs = isRecord(json['attrs']) ? json['attrs'] : {};
  const node = make(String(json['type']), attrs, children);
  return node === null ? linesOf(children) : [node.mark(marks)];
}

function childrenOf(json: unknown, depth: number): Node[] {
  const content = isRecord(json) ? json['content'] : null;
  return Array.isArray(content) ? content.flatMap((child: unknown) => build(child, depth + 1)) : [];
}

function make(name: string, attrs: Record<string, unknown>, children: Node[]): Node | null {
  const type = schema.nodes[name];
  if (type === undefined) return null;
  try {
    return type.createAndFill(attrs, Fragment.fromArray(children));
  } catch {
    // An attribute the schema does not take.
    return null;
  }
}

/** Words that lost their block get a line. */
function linesOf(nodes: readonly Node[]): Node[] {
  const lines: Node[] = [];
  let words: Node[] = [];
  const flush = (): void => {
    if (words.length > 0) lines.push(schema.node('paragraph', null, Fragment.fromArray(words)));
    words = [];
  };
  for (const node of nodes) {
    if (node.isInline) words.push(node);
    else {
      flush();
      if (node.type.isInGroup('block')) lines.push(node);
      else lines.push(...linesOf(node.children));
    }
  }
  flush();
  return lines;
}

function marksOf(json: unknown): Mark[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((mark: unknown) => {
    const type = isRecord(mark) ? schema.marks[String(mark['type'])] : undefined;
    if (type === undefined || !isRecord(mark)) return [];
    return [type.create(isRecord(mark['attrs']) ? mark['attrs'] : null)];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
