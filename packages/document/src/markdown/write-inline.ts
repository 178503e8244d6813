import type { Mark, Node } from '@tiptap/pm/model';

import { renderNode } from '../html/render.ts';
import { isSafeHref } from '../safe-url.ts';
import type { LossCount } from '../transfer/losses.ts';
import { escapeAll, pairedSigns } from './escape-markdown.ts';
import { type Care, Line } from './line.ts';
import { readsAs, traceOf } from './trace.ts';

/** Where a line of text stands: only in a paragraph may it have line feeds, only in a table must it mask bars. */
export type Place = 'paragraph' | 'heading' | 'cell';

/** The text of a paragraph, heading or cell as Markdown that reads as just this text. */
export function writeInline(block: Node, place: Place, losses: LossCount): string {
  const light = writeWith(block, place, 'light');
  const written = readsAs(light, traceOf(block)) ? light : writeWith(block, place, 'strict');
  block.forEach((child) => noteLosses(child, losses));
  if (place === 'heading') return written.replace(/#$/, String.raw`\#`);
  // A table takes one backslash from before each bar, wherever it stands.
  return place === 'cell' ? written.replaceAll('|', String.raw`\|`) : written;
}

function noteLosses(child: Node, losses: LossCount): void {
  for (const { type, attrs } of child.marks) {
    if (type.name === 'link' && !isSafeHref(attrs['href']))
      losses.note('unsafeAddress', String(attrs['href']));
    if (type.name === 'textColor' || (type.name === 'highlight' && attrs['color'] !== 'yellow'))
      losses.note('styleAsHtml', child.text);
  }
  const { name } = child.type;
  if (name === 'mention' || name === 'date') losses.note('inlineAsHtml', wordsOf(child));
}

function writeWith(block: Node, place: Place, care: Care): string {
  const line = new Line(care, pairedSigns(block.textContent));
  block.forEach((child, _offset, index) => {
    const marks = child.marks.filter(isWritten);
    const address = care === 'light' ? bareAddress(child) : null;
    if (address !== null) line.put(`<${address}>`, []);
    else if (child.isText) line.putText(child.text ?? '', ordered(marks, block, index));
    else if (child.type.name === 'hardBreak')
      line.putBreak(place === 'paragraph' && index < block.childCount - 1 ? '\\\n' : '<br>');
    else line.put(writeAtom(child, care), ordered(marks, block, index));
  });
  return line.finish();
}

/** The address of a link that says nothing else. */
function bareAddress({ text, marks }: Node): string | null {
  const [link, ...others] = marks;
  const isBare = others.length === 0 && link?.attrs['href'] === text && !link?.attrs['title'];
  return isBare && text !== undefined && /^https?:\/\/[^\s<>\\]+$/.test(text) ? text : null;
}

function isWritten(mark: Mark): boolean {
  return mark.type.name !== 'link' || isSafeHref(mark.attrs['href']);
}

/** What lasts longest is opened first; a link goes around all, for there are none inside others. */
function ordered(marks: readonly Mark[], block: Node, index: number): Mark[] {
  const lasts = (mark: Mark): number => {
    let length = mark.type.name === 'link' ? block.childCount : 0;
    for (let at = index; at < block.childCount; at += 1) {
      if (!mark.isInSet(block.child(at).marks)) break;
      length += 1;
    }
    return length;
  };
  return [...marks].sort((one, other) => lasts(other) - lasts(one));
}

function writeAtom(node: Node, care: Care): string {
  const latex: unknown = node.attrs['latex'];
  const isFormula = node.type.name === 'inlineMath' && typeof latex === 'string';
  if (isFormula && care === 'light' && isPlainFormula(latex)) return `$${latex}$`;
  const html = renderNode(node, () => undefined);
  return html.replace(/^(<[^>]*>)(.*)(<\/\w+>)$/s, (_all, start: string, _drawn, end: string) => {
    return start + escapeAll(wordsOf(node)) + end;
  });
}

/** How a mention, a date or a formula reads where nothing draws it. */
function wordsOf({ attrs }: Node): string {
  const { kind, label, value, latex }: Record<string, unknown> = attrs;
  const words = [label, value, latex].find((some) => typeof some === 'string');
  return `${kind === 'person' ? '@' : ''}${typeof words === 'string' ? words : ''}`;
}

function isPlainFormula(latex: string): boolean {
  return /^(?!\s)(?:\\[^\n]|[^\\$\n`])+(?<!\s)$/.test(latex);
}
