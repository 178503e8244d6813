import type { Node } from '@tiptap/pm/model';

import { compact } from '../html/compact.ts';
import { renderChildren, renderNode } from '../html/render.ts';
import { isSafeImageSource } from '../safe-url.ts';
import { schema } from '../schema/schema.ts';
import { type Carried, LossCount } from '../transfer/losses.ts';
import { escapeAll, linkTarget } from './escape-markdown.ts';
import { writeInline } from './write-inline.ts';
import { noteTableLosses, writeTable } from './write-table.ts';

/**
 * A document, or a part of one, as GitHub's Markdown with formulas, ==marked== text and alerts; what Markdown has
 * no signs for is written as HTML, which Markdown allows.
 */
export function writeMarkdown(content: Node): Carried<string> {
  const losses = new LossCount();
  const text = writeBlocks(content, losses);
  return { result: text === '' ? '' : `${text}\n`, losses: losses.all() };
}

function writeBlocks(parent: Node, losses: LossCount): string {
  const written: string[] = [];
  let lists = 0;
  parent.forEach((child, _offset, index) => {
    const before = index === 0 ? null : parent.child(index - 1);
    lists = before !== null && runTogether(before, child) ? lists + 1 : 0;
    const text = writeBlock(child, losses, lists % 2 === 1);
    if (text !== null) written.push(text);
    else if (parent.childCount > 1 && !isLastOfDocument(parent, index)) losses.note('emptyLine');
  });
  return written.join('\n\n');
}

/** Everybody's document ends with an empty line to write on. */
const isLastOfDocument = (parent: Node, index: number): boolean =>
  parent.type.name === 'doc' && index === parent.childCount - 1;

/** Lists after each other need other markers, or they are one. */
function runTogether(one: Node, other: Node): boolean {
  const isOrdered = (node: Node): boolean => node.type.name === 'orderedList';
  return isList(one) && isList(other) && isOrdered(one) === isOrdered(other);
}

const isList = ({ type }: Node): boolean =>
  type.name === 'bulletList' || type.name === 'orderedList' || type.name === 'taskList';

/** The block's lines; null for an empty line, which Markdown does not know. */
function writeBlock(node: Node, losses: LossCount, isSecondList: boolean): string | null {
  switch (node.type.name) {
    case 'paragraph':
      return writeInline(node, 'paragraph', losses) || null;
    case 'heading': {
      const signs = '#'.repeat(Number(node.attrs['level']));
      return `${signs} ${writeInline(node, 'heading', losses)}`.trimEnd();
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return writeList(node, losses, isSecondList);
    case 'blockquote':
      return quote(writeBlocks(node, losses));
    case 'callout':
      return quote(writeCallout(node, losses));
    case 'details':
      return writeDetails(node, losses);
    case 'codeBlock':
      return writeCode(node);
    case 'horizontalRule':
      return '---';
    case 'blockMath':
      return writeFormula(node);
    case 'tableOfContents':
      return '[TOC]';
    case 'image':
      return writeImage(node, losses);
    case 'table':
      return writeTable(node, losses) ?? writeHtmlTable(node, losses);
    case 'file':
    case 'video':
    case 'embed':
      return writeMedium(node, losses);
    default:
      losses.note('unknown', node.textContent);
      return node.textContent === '' ? null : escapeAll(node.textContent);
  }
}

function writeCallout(node: Node, losses: LossCount): string {
  const gap = node.firstChild?.type.name === 'paragraph' ? '\n' : '\n\n';
  return `[!${ALERTS[String(node.attrs['kind'])] ?? 'NOTE'}]${gap}${writeBlocks(node, losses)}`;
}

const ALERTS: Readonly<Record<string, string>> = {
  note: 'NOTE',
  tip: 'TIP',
  warning: 'WARNING',
  danger: 'CAUTION',
};

function writeList(list: Node, losses: LossCount, isSecond: boolean): string {
  const isOrdered = list.type.name === 'orderedList';
  const start = Number(list.attrs['start'] ?? 1) || 0;
  const type: unknown = list.attrs['type'];
  if (typeof type === 'string' && type !== '1')
    losses.note('listNumbering', list.firstChild?.textContent);
  const items: string[] = [];
  list.forEach((item, _offset, index) => {
    const bullet = isSecond ? '*' : '-';
    const marker = isOrdered ? `${Math.max(start, 0) + index}${isSecond ? ')' : '.'}` : bullet;
    items.push(writeItem(item, marker, losses));
  });
  const isLoose = items.some((item) => item.includes('\n\n'));
  return items.join(isLoose ? '\n\n' : '\n');
}

function writeItem(item: Node, marker: string, losses: LossCount): string {
  const box =
    item.type.name === 'taskItem' ? `[${item.attrs['checked'] === true ? 'x' : ' '}] ` : '';
  const first = item.firstChild;
  const words = first === null ? '' : writeInline(first, 'paragraph', losses);
  const rest = first === null ? item : item.cut(first.nodeSize);
  const others = writeBlocks(rest, losses);
  // An empty item that goes on below: its first line has to be there.
  const head = words === '' && others !== '' && box === '' ? '<p></p>' : words;
  const below = rest.firstChild;
  const gap = below !== null && words !== '' && interrupts(below) ? '\n' : '\n\n';
  const content = others === '' ? box + head : box + head.trimEnd() + gap + others;
  return `${marker} ${indent(content, ' '.repeat(marker.length + 1))}`.trimEnd();
}

/** Whether a list is taken for one right below a line of text. */
function interrupts(list: Node): boolean {
  const isFirst = list.type.name !== 'orderedList' || list.attrs['start'] === 1;
  const isEmpty = list.firstChild?.firstChild?.childCount === 0;
  return isList(list) && isFirst && !isEmpty;
}

/** All lines but the first moved to the right, so that they belong to their item. */
function indent(text: string, by: string): string {
  return text.replaceAll(/\n(?!\n|$)/g, `\n${by}`);
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function writeDetails(node: Node, losses: LossCount): string {
  const [summary, content] = [node.child(0), node.child(1)];
  const head = `<details>\n<summary>${renderChildren(summary, compact)}</summary>`;
  const inner = writeBlocks(content, losses);
  return `${head}\n\n${inner === '' ? '' : `${inner}\n\n`}</details>`;
}

function writeCode(node: Node): string {
  const code = node.textContent;
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const language = String(node.attrs['language'] ?? '').replaceAll(/[\s`]/g, '');
  const wrap = node.attrs['wrap'] === true ? ' wrap' : '';
  const info = wrap !== '' && language === '' ? 'text' : language;
  return `${fence}${info}${wrap}\n${code === '' ? '' : `${code}\n`}${fence}`;
}

function writeFormula(node: Node): string {
  const latex = String(node.attrs['latex'] ?? '');
  const isPlain = latex.trim() === latex && latex !== '' && !/\n\s*\n|^\s*\$\$\s*$/m.test(latex);
  return isPlain ? `$$\n${latex}\n$$` : renderNode(node, () => undefined);
}

function writeImage(node: Node, losses: LossCount): string | null {
  const { src, alt, title, width, align }: Record<string, unknown> = node.attrs;
  if (!isSafeImageSource(src)) {
    losses.note('unsafeAddress', src ?? alt);
    return node.childCount === 0 ? null : writeInline(node, 'paragraph', losses);
  }
  const description = typeof alt === 'string' ? escapeAll(alt.replaceAll(/[\n\r]+/g, ' ')) : '';
  const isPlain = node.childCount === 0 && width === null && align === null && alt !== null;
  if (isPlain) return `![${description}](${linkTarget(String(src), title)})`;
  return renderNode(node, () => undefined).replaceAll(
    / (?:data-image|referrerpolicy|loading)="[^"]*"|<figcaption><\/figcaption>/g,
    '',
  );
}

function writeHtmlTable(table: Node, losses: LossCount): string {
  losses.note('tableAsHtml', table.textContent);
  noteTableLosses(table, losses);
  const html = renderNode(table, compact).replaceAll(
    ' target="_blank" rel="noopener noreferrer nofollow"',
    '',
  );
  return html.replaceAll(/(<tr>|<\/tbody>)/g, '\n$1');
}

function writeMedium(node: Node, losses: LossCount): string | null {
  const src: unknown = node.attrs['src'];
  if (!isSafeImageSource(src)) {
    losses.note('unsafeAddress', src);
    return null;
  }
  losses.note('blockAsHtml', node.attrs['name'] ?? src);
  const html = renderNode(node, () => undefined);
  // A line that begins with an inline tag would be a paragraph; a block's tag around it keeps it one block.
  return node.type.name === 'embed' ? html : `<div>${html}</div>`;
}

/** A document's title as the heading its Markdown begins with. */
export function titleHeading(title: string): string {
  if (title.trim() === '') return '';
  const heading = schema.node('heading', { level: 1 }, schema.text(title));
  return `# ${writeInline(heading, 'heading', new LossCount())}\n\n`;
}
