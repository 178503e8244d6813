import type { Mark, Node } from '@tiptap/pm/model';

import { isSafeHref } from '../safe-url.ts';
import { schema } from '../schema/schema.ts';
import type { LossCount } from '../transfer/losses.ts';
import { nameOf } from './colors.ts';
import type { Parts } from './parts.ts';
import { letterStyles } from './styles.ts';
import { attributeOf, childOf, childrenOf, isOn, valueOf, within } from './xml.ts';

/** Where pictures come from while a paragraph is read. */
export type ReadPicture = (
  relation: string,
  description: string | null,
  width: number | null,
) => Node | null;

/** What a paragraph says: its words, and the pictures that stood among them. */
export interface Line {
  readonly words: Node[];
  readonly pictures: Node[];
}

/** Reads a paragraph's runs. */
export class RunReader {
  readonly #parts: Parts;
  readonly #losses: LossCount;
  readonly #picture: ReadPicture;
  /** The address of the field that is open, and what of the field is being read. */
  #field: { code: string; isResult: boolean } | null = null;

  constructor(parts: Parts, losses: LossCount, picture: ReadPicture) {
    this.#parts = parts;
    this.#losses = losses;
    this.#picture = picture;
  }

  read(paragraph: Element): Line {
    const line: Line = { words: [], pictures: [] };
    this.#field = null;
    for (const child of childrenOf(paragraph)) this.#visit(child, [], line, 0);
    return line;
  }

  #visit(element: Element, links: readonly Mark[], line: Line, depth: number): void {
    if (depth > 20) return;
    switch (element.localName) {
      case 'r':
        return this.#run(element, links, line, depth);
      case 'hyperlink': {
        const href = this.#parts.target(attributeOf(element, 'id'));
        const inside = href === null ? links : this.#link(href);
        for (const child of childrenOf(element)) this.#visit(child, inside, line, depth + 1);
        return;
      }
      case 'ins':
      case 'del':
      case 'moveFrom':
      case 'moveTo':
        this.#losses.note('trackedChange', element.textContent);
        if (element.localName === 'del' || element.localName === 'moveFrom') return;
        break;
      case 'oMath':
        this.#losses.note('formula', element.textContent);
        line.words.push(...textNode(element.textContent ?? '', links));
        return;
      case 'smartTag':
      case 'sdt':
      case 'sdtContent':
      case 'oMathPara':
      case 'fldSimple':
      case 'bdo':
      case 'dir':
        break;
      default:
        return;
    }
    for (const child of childrenOf(element)) this.#visit(child, links, line, depth + 1);
  }

  #link(href: string): Mark[] {
    if (isSafeHref(href)) return [schema.mark('link', { href })];
    this.#losses.note('unsafeAddress', href);
    return [];
  }

  #run(run: Element, links: readonly Mark[], line: Line, depth: number): void {
    const format = childOf(run, 'rPr');
    if (isOn(format, 'vanish')) return;
    const marks = marksOf(format, this.#fieldLink(links), this.#parts);
    for (const child of childrenOf(run)) {
      switch (child.localName) {
        case 't':
          line.words.push(...this.#text(child.textContent ?? '', marks, format));
          break;
        case 'tab':
          line.words.push(...textNode('\t', marks));
          break;
        case 'noBreakHyphen':
          line.words.push(...textNode('\u2011', marks));
          break;
        case 'br':
        case 'cr':
          if (attributeOf(child, 'type') !== 'page') line.words.push(schema.node('hardBreak'));
          break;
        case 'fldChar':
          this.#step(attributeOf(child, 'fldCharType'));
          break;
        case 'instrText':
          if (this.#field !== null) this.#field.code += child.textContent ?? '';
          break;
        case 'footnoteReference':
        case 'endnoteReference':
          this.#losses.note('note');
          break;
        case 'commentReference':
          this.#losses.note('comment');
          break;
        case 'drawing':
        case 'pict':
        case 'object':
          this.#draw(child, line);
          break;
        case 'AlternateContent': {
          const choice = childOf(child, 'Choice') ?? childOf(child, 'Fallback');
          for (const drawing of childrenOf(choice)) if (depth < 20) this.#draw(drawing, line);
          break;
        }
        default:
      }
    }
  }

  #text(text: string, marks: readonly Mark[], format: Element | null): Node[] {
    if (this.#field !== null && !this.#field.isResult) return [];
    if (valueOf(format, 'rStyle') === letterStyles.formula)
      return [schema.node('inlineMath', { latex: text })];
    return textNode(text, marks);
  }

  #step(step: string | null): void {
    if (step === 'begin') this.#field = { code: '', isResult: false };
    else if (step === 'end') this.#field = null;
    else if (this.#field !== null) this.#field.isResult = true;
  }

  #fieldLink(links: readonly Mark[]): readonly Mark[] {
    const href = /^\s*HYPERLINK\s+"([^"]+)"/.exec(this.#field?.code ?? '')?.[1];
    return href !== undefined && this.#field?.isResult === true && isSafeHref(href)
      ? [schema.mark('link', { href })]
      : links;
  }

  #draw(drawing: Element, line: Line): void {
    const relation =
      attributeOf(within(drawing, 'blip'), 'embed') ??
      attributeOf(within(drawing, 'imagedata'), 'id');
    const about = within(drawing, 'docPr');
    const description = attributeOf(about, 'descr') || null;
    // Word counts in English Metric Units, of which a pixel has 9525.
    const width = Math.round(Number(attributeOf(within(drawing, 'extent'), 'cx')) / 9525) || null;
    if (relation === null) {
      this.#losses.note('drawing', drawing.textContent);
      return;
    }
    const picture = this.#picture(relation, description, width);
    if (picture !== null) line.pictures.push(picture);
  }
}

function textNode(text: string, marks: readonly Mark[]): Node[] {
  return text === '' ? [] : [schema.text(text, marks)];
}

function marksOf(format: Element | null, links: readonly Mark[], parts: Parts): Mark[] {
  const style = valueOf(format, 'rStyle');
  const isCode =
    style === letterStyles.code ||
    /code|verbatim|html/.test(style === null ? '' : parts.style(style).name);
  if (isCode && style !== letterStyles.formula) return [schema.mark('code')];
  const marks: Mark[] = [...links];
  const add = (name: string, attrs?: Record<string, unknown>): void => {
    marks.push(schema.mark(name, attrs));
  };
  if (isOn(format, 'b')) add('bold');
  if (isOn(format, 'i')) add('italic');
  if (isOn(format, 'u') && links.length === 0) add('underline');
  if (isOn(format, 'strike') || isOn(format, 'dstrike')) add('strike');
  const height = valueOf(format, 'vertAlign');
  if (height === 'subscript' || height === 'superscript') add(height);
  const paper =
    HIGHLIGHTS[valueOf(format, 'highlight') ?? ''] ??
    nameOf(attributeOf(childOf(format, 'shd'), 'fill') ?? '', 'paper');
  if (paper !== null) add('highlight', { color: paper });
  const ink = links.length > 0 ? null : nameOf(valueOf(format, 'color') ?? '', 'ink');
  if (ink !== null) add('textColor', { color: ink });
  return marks;
}

/** Word's pens. */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  yellow: 'yellow',
  green: 'green',
  cyan: 'teal',
  magenta: 'pink',
  blue: 'blue',
  red: 'red',
  darkBlue: 'blue',
  darkCyan: 'teal',
  darkGreen: 'green',
  darkMagenta: 'purple',
  darkRed: 'red',
  darkYellow: 'yellow',
  darkGray: 'gray',
  lightGray: 'gray',
};
