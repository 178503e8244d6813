import type { Mark } from '@tiptap/pm/model';

import { tags } from '../html/render.ts';
import {
  codeSpan,
  escapeAll,
  escapeLightly,
  escapeLineStart,
  linkTarget,
} from './escape-markdown.ts';

/**
 * Light: signs where Markdown has them, and few escapes. Strict: tags and every escape, for what the signs can't
 * say, such as bold that ends inside a word beside a bracket.
 */
export type Care = 'light' | 'strict';

const SIGNS: Readonly<Record<string, string>> = {
  bold: '**',
  italic: '*',
  strike: '~~',
  highlight: '==',
};

const isCode = (mark: Mark): boolean => mark.type.name === 'code';

/** A line of Markdown being written, and the marks that are open in it. */
export class Line {
  readonly #care: Care;
  readonly #paired: ReadonlySet<string>;
  #text = '';
  #open: Mark[] = [];
  /** Spaces not written yet: closing signs go before them, and lines don't end with them. */
  #spaces = '';

  constructor(care: Care, paired: ReadonlySet<string>) {
    this.#care = care;
    this.#paired = paired;
  }

  /** Text with these marks, the outermost first. */
  putText(text: string, marks: readonly Mark[]): void {
    const others = marks.filter((mark) => !isCode(mark));
    if (others.length < marks.length) return this.put(this.#code(text), others);
    const [, before = '', words = '', after = ''] =
      /^([ \t\n\r]*)(.*?)([ \t\n\r]*)$/s.exec(text) ?? [];
    this.#close(marks);
    this.#spaces += before.replaceAll(/[\n\r]/g, ' ');
    if (words === '') return;
    const escaped = this.#care === 'strict' ? escapeAll(words) : escapeLightly(words, this.#paired);
    const oneLine = escaped.replaceAll(/[\n\r]/g, ' ');
    this.put(this.#isAtStart() && marks.length === 0 ? escapeLineStart(oneLine) : oneLine, marks);
    this.#spaces = after.replaceAll(/[\n\r]/g, ' ');
  }

  /** Markdown with these marks, the outermost first. */
  put(written: string, marks: readonly Mark[]): void {
    this.#close(marks);
    this.#text += this.#isAtStart() ? '' : this.#spaces;
    this.#spaces = '';
    for (const mark of marks) {
      if (mark.isInSet(this.#open)) continue;
      this.#text += this.#signs(mark)[0];
      this.#open.push(mark);
    }
    this.#text += written;
  }

  /** A new line in the same paragraph; no marks go on across it. */
  putBreak(written: string): void {
    this.#close([]);
    this.#text += written;
    this.#spaces = '';
  }

  finish(): string {
    this.#close([]);
    return this.#text;
  }

  #isAtStart(): boolean {
    return this.#text === '' || this.#text.endsWith('\n');
  }

  /** Closes what does not go on, from the inside out. */
  #close(marks: readonly Mark[]): void {
    const keep = this.#open.findIndex((mark) => !mark.isInSet(marks));
    if (keep < 0) return;
    for (const mark of this.#open.splice(keep).reverse()) this.#text += this.#signs(mark)[1];
  }

  #code(text: string): string {
    return this.#care === 'light' && !/[\n\r\u00a0]/.test(text)
      ? codeSpan(text)
      : `<code>${escapeAll(text)}</code>`;
  }

  #signs(mark: Mark): [string, string] {
    const { name } = mark.type;
    if (name === 'link')
      return ['[', `](${linkTarget(String(mark.attrs['href']), mark.attrs['title'])})`];
    const isPlain = name !== 'highlight' || mark.attrs['color'] === 'yellow';
    const sign = SIGNS[name];
    return sign !== undefined && isPlain && this.#care === 'light' ? [sign, sign] : tags(mark);
  }
}
