import type { Mark, Node } from '@tiptap/pm/model';
import type { MarkdownIt, Token } from 'markdown-it';

import { openTag, renderNode, tags } from '../html/render.ts';
import { isSafeHref } from '../safe-url.ts';
import { makeParser } from './parser.ts';

/** Words with what marks them, in a form that can be compared. */
type Piece = readonly [words: string, marks: string];

const BREAK: Piece = ['\n', 'break'];

let parser: MarkdownIt | undefined;

/** Whether the Markdown is one paragraph, and says what the trace says. */
export function readsAs(markdown: string, trace: string): boolean {
  parser ??= makeParser();
  const tokens = parser.parse(markdown, {});
  if (tokens.length === 0) return trace === '[]';
  const [start, inline] = tokens;
  if (tokens.length !== 3 || start?.type !== 'paragraph_open') return false;
  return settle(traceTokens(inline?.children ?? [])) === trace;
}

/** What a paragraph says, apart from spaces at the ends of its lines and from how spaces are marked. */
export function traceOf(block: Node): string {
  const pieces: Piece[] = [];
  block.forEach((child) => pieces.push(...traceNode(child)));
  return settle(pieces);
}

function traceNode(child: Node): Piece[] {
  if (child.type.name === 'hardBreak') return [BREAK];
  const marks = child.marks.flatMap(keyOf);
  if (child.isText) return [[child.text ?? '', sorted(marks)]];
  return [[atomKey(child), sorted([...marks, 'atom'])]];
}

function atomKey(node: Node): string {
  return /^<[^>]*>/.exec(renderNode(node, () => undefined))?.[0] ?? '';
}

function keyOf(mark: Mark): string[] {
  const { href, title }: Record<string, unknown> = mark.attrs;
  if (mark.type.name !== 'link') return [tags(mark)[0]];
  return isSafeHref(href) ? [linkKey(String(href), title)] : [];
}

const linkKey = (href: string, title: unknown): string =>
  JSON.stringify([
    href.replaceAll(/[\n\r\t]/g, encodeURIComponent),
    typeof title === 'string' ? title.replaceAll(/\s+/g, ' ') : '',
  ]);

const OPENING: Readonly<Record<string, string>> = {
  strong_open: '<strong>',
  em_open: '<em>',
  s_open: '<s>',
  mark_open: '<mark data-color="yellow">',
  sub_open: '<sub>',
  sup_open: '<sup>',
};

/** An inline node that Markdown has no signs for, as the schema writes it. */
const ATOM = /^<(?:span data-(?:latex|mention)|time )/;

function traceTokens(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  const open: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const { type, content } = token;
    const sign = OPENING[type];
    if (type === 'text' || type === 'text_special') pieces.push([content, sorted(open)]);
    else if (type === 'code_inline') pieces.push([content, sorted([...open, '<code>'])]);
    else if (type === 'hardbreak' || content === '<br>') pieces.push(BREAK);
    else if (type === 'formula')
      pieces.push([openTag('span', { 'data-latex': content }), sorted([...open, 'atom'])]);
    else if (sign !== undefined) open.push(sign);
    else if (type === 'link_open')
      open.push(linkKey(String(token.attrGet('href')), token.attrGet('title') ?? ''));
    else if (type === 'html_inline' && ATOM.test(content)) {
      pieces.push([content, sorted([...open, 'atom'])]);
      const end = tokens.findIndex((other, index) => index > at && isEnd(other));
      at = end < 0 ? tokens.length : end;
    } else if (type === 'html_inline' && !content.startsWith('</')) open.push(content);
    else if (type.endsWith('_close') || type === 'html_inline') open.pop();
    else pieces.push([`unexpected ${type}`, '']);
  }
  return pieces;
}

const isEnd = ({ type, content }: Token): boolean =>
  type === 'html_inline' && content.startsWith('</');

const sorted = (marks: readonly string[]): string => [...marks].sort().join(' ');

/** Joins pieces that are marked alike; spaces belong to no mark, and lines have none at their ends. */
function settle(pieces: readonly Piece[]): string {
  const settled: [string, string][] = [];
  const split = pieces.flatMap(([words, marks]) =>
    marks.includes('<code>') || marks.includes('atom') || marks === 'break'
      ? [[words, marks] as const]
      : words.split(/([ \t\n\r]+)/).map((part) => [part, part.trim() === '' ? '' : marks] as const),
  );
  for (const [words, marks] of split) {
    const last = settled.at(-1);
    if (words === '') continue;
    if (last !== undefined && last[1] === marks && marks !== 'break') last[0] += words;
    else settled.push([words, marks]);
  }
  return JSON.stringify(settled.filter((piece, index) => !isEdge(settled, index)));
}

function isEdge(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined || piece[1] !== '' || !/^[ \t\n\r]+$/.test(piece[0])) return false;
  const before = pieces[index - 1];
  const after = pieces[index + 1];
  return (
    before === undefined || after === undefined || before[1] === 'break' || after[1] === 'break'
  );
}
