import type { Mark, Node } from '@tiptap/pm/model';
import {
  ExternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from 'docx';

import { isSafeHref } from '../safe-url.ts';
import { parseColorName } from '../schema/colors.ts';
import type { LossCount } from '../transfer/losses.ts';
import { shades } from './colors.ts';
import { letterStyles } from './styles.ts';

/** The text of a block as Word's runs. */
export function writeRuns(block: Node, losses: LossCount): ParagraphChild[] {
  const runs: ParagraphChild[] = [];
  block.forEach((child) => {
    const run = new TextRun({ ...formatOf(child.marks), ...textOf(child, losses) });
    const link = child.marks.find(({ type }) => type.name === 'link');
    const href: unknown = link?.attrs['href'];
    if (typeof link?.attrs['title'] === 'string') losses.note('tooltip', link.attrs['title']);
    if (link === undefined) runs.push(run);
    else if (typeof href === 'string' && isSafeHref(href))
      runs.push(new ExternalHyperlink({ link: href, children: [run] }));
    else {
      losses.note('unsafeAddress', href);
      runs.push(run);
    }
  });
  return runs;
}

function textOf(child: Node, losses: LossCount): IRunOptions {
  const { name } = child.type;
  if (child.isText) return { text: child.text ?? '' };
  if (name === 'hardBreak') return { break: 1 };
  if (name === 'inlineMath') {
    losses.note('formula', child.attrs['latex']);
    return { text: String(child.attrs['latex'] ?? ''), style: letterStyles.formula };
  }
  const { label, value, kind }: Record<string, unknown> = child.attrs;
  const words = [label, value].find((some) => typeof some === 'string');
  losses.note('inlineAsText', words);
  return { text: `${kind === 'person' ? '@' : ''}${typeof words === 'string' ? words : ''}` };
}

function formatOf(marks: readonly Mark[]): IRunOptions {
  let format: IRunOptions = {};
  for (const mark of marks) format = { ...format, ...formatOfMark(mark) };
  return format;
}

function formatOfMark({ type, attrs }: Mark): IRunOptions {
  const color = parseColorName(attrs['color']);
  switch (type.name) {
    case 'bold':
      return { bold: true };
    case 'italic':
      return { italics: true };
    case 'underline':
      return { underline: {} };
    case 'strike':
      return { strike: true };
    case 'subscript':
      return { subScript: true };
    case 'superscript':
      return { superScript: true };
    case 'code':
      return { style: letterStyles.code };
    case 'highlight':
      return { shading: { type: ShadingType.CLEAR, fill: shades[color ?? 'yellow'].paper } };
    case 'textColor':
      return color === null ? {} : { color: shades[color].ink };
    default:
      return {};
  }
}
