import MarkdownIt, {
  type MarkdownIt as Parser,
  type StateBlock,
  type StateInline,
} from 'markdown-it';

import { isSafeHref } from '../safe-url.ts';

/** CommonMark and GitHub's tables and strikes, and ==marked==, ~low~, ^high^ and $formula$. */
export function makeParser(): Parser {
  const parser = new MarkdownIt({ html: true, linkify: true });
  // Addresses stay as they were written; the reader of HTML judges them, and pictures', after this.
  parser.normalizeLink = (address) => address;
  parser.normalizeLinkText = (address) => address;
  parser.validateLink = (address) =>
    isSafeHref(address) || !/^\s*(?:javascript|vbscript):/i.test(address);
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  parser.inline.ruler.before('emphasis', 'marked', (state, silent) =>
    between(state, silent, { sign: '==', tag: 'mark', spaces: true }),
  );
  parser.inline.ruler.after('strikethrough', 'low', (state, silent) =>
    between(state, silent, { sign: '~', tag: 'sub', spaces: false }),
  );
  parser.inline.ruler.before('emphasis', 'high', (state, silent) =>
    between(state, silent, { sign: '^', tag: 'sup', spaces: false }),
  );
  parser.inline.ruler.before('escape', 'formula', inlineFormula);
  parser.block.ruler.before('fence', 'formula', blockFormula, {
    alt: ['paragraph', 'blockquote', 'list'],
  });
  return parser;
}

interface Pair {
  readonly sign: string;
  readonly tag: string;
  readonly spaces: boolean;
}

/** Something between two signs, with more Markdown in it. */
function between(state: StateInline, silent: boolean, { sign, tag, spaces }: Pair): boolean {
  const { pos: start, posMax: end, src } = state;
  if (silent || !src.startsWith(sign, start)) return false;
  const first = start + sign.length;
  if (first >= end || /[\s]/.test(src.charAt(first)) || src.startsWith(sign, first)) return false;
  state.pos = first;
  let closing = -1;
  while (state.pos < end) {
    if (src.startsWith(sign, state.pos) && !/\s/.test(src.charAt(state.pos - 1))) {
      closing = state.pos;
      break;
    }
    state.md.inline.skipToken(state);
  }
  state.pos = start;
  if (closing <= first) return false;
  if (!spaces && /(?<!\\)\s/.test(src.slice(first, closing))) return false;
  state.posMax = closing;
  state.pos = first;
  state.push(`${tag}_open`, tag, 1);
  state.md.inline.tokenize(state);
  state.push(`${tag}_close`, tag, -1);
  state.pos = closing + sign.length;
  state.posMax = end;
  return true;
}

/** `$x$`: no space inside the signs, no figure after them, so that prices stay prices. */
const FORMULA = /\$(?![\s$])((?:\\.|[^\\$\n])*?)(?<!\s)\$(?!\d)/y;

function inlineFormula(state: StateInline, silent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '$') return false;
  FORMULA.lastIndex = state.pos;
  const found = FORMULA.exec(state.src);
  const latex = found?.[1];
  if (found === null || latex === undefined || latex === '') return false;
  if (state.pos + found[0].length > state.posMax) return false;
  if (!silent) state.push('formula', 'span', 0).content = latex;
  state.pos += found[0].length;
  return true;
}

/** `$$` … `$$`, on lines of their own or on one. */
function blockFormula(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  const line = (at: number): string =>
    state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at] ?? 0);
  if ((state.sCount[from] ?? 0) - state.blkIndent >= 4) return false;
  const first = line(from).trimEnd();
  if (!first.startsWith('$$')) return false;
  const whole = /^\$\$(.+)\$\$$/.exec(first);
  let last = from;
  if (whole === null) {
    last = from + 1;
    const isInside = (at: number): boolean =>
      at < to && (line(at) === '' || (state.sCount[at] ?? 0) >= state.blkIndent);
    while (isInside(last) && line(last).trim() !== '$$') last += 1;
    if (!isInside(last) || first !== '$$') return false;
  }
  if (silent) return true;
  const token = state.push('formula_block', 'div', 0);
  token.content =
    whole?.[1]?.trim() ?? state.getLines(from + 1, last, state.sCount[from] ?? 0, false);
  token.block = true;
  token.map = [from, last + 1];
  state.line = last + 1;
  return true;
}
