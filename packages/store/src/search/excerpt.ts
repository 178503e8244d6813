import { foldCase, hasPhraseAt, wordsIn, type Query, type Word } from './words.ts';

export interface ExcerptPart {
  readonly text: string;
  /** It is what was sought. */
  readonly hit: boolean;
}

/** A line or two of a text, cut into what was sought and what is around it. Empty for an empty text. */
export type Excerpt = readonly ExcerptPart[];

/** UTF-16 units, ellipses not counted. */
const LENGTH = 200;
/** So many of them may be before the first hit. */
const LEAD = 60;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The place in a text that has most of the query; the text's beginning if it has none of it. */
export function excerptOf(text: string, query: Query): Excerpt {
  const { passage, hits } = bestPassage(text.split('\n'), query);
  const words = [...wordsIn(passage)];
  const span = windowAround(passage, words, hits[0] ?? { start: 0, end: 0 });
  return cut(passage, span, hits);
}

interface Passage {
  readonly passage: string;
  /** In order, not overlapping. */
  readonly hits: readonly Span[];
}

/** The first line with the greatest number of different phrases, and what follows it if it is short. */
function bestPassage(lines: readonly string[], query: Query): Passage {
  let best: { readonly line: number; readonly found: number } = { line: 0, found: 0 };
  for (const [n, line] of lines.entries()) {
    if (best.found === query.length) break;
    const found = mayHave(line, query) ? hitsIn(line, query).found : 0;
    if (found > best.found) best = { line: n, found };
  }
  const passage = passageFrom(lines, best.line);
  return { passage, hits: hitsIn(passage, query).hits };
}

/** A quick look that spares most lines the slow one. */
function mayHave(line: string, query: Query): boolean {
  const folded = foldCase(line);
  return query.some(([first = '']) => folded.includes(first));
}

function passageFrom(lines: readonly string[], from: number): string {
  let passage = '';
  for (let n = from; n < lines.length && passage.length < LENGTH; n++) {
    passage = `${passage} ${(lines[n] ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ')}`.trim();
  }
  return passage;
}

function hitsIn(text: string, query: Query): { readonly found: number; readonly hits: Span[] } {
  const words = [...wordsIn(text)];
  const folded = words.map((word) => word.folded);
  const found = new Set<number>();
  const hits: Span[] = [];
  for (const [at, first] of words.entries()) {
    for (const [n, phrase] of query.entries()) {
      if (!hasPhraseAt(folded, at, phrase, n === query.length - 1)) continue;
      found.add(n);
      const end = words[at + phrase.length - 1]?.end ?? first.end;
      const former = hits.at(-1);
      if (former === undefined || former.end <= first.start) hits.push({ start: first.start, end });
      else if (end > former.end) hits.splice(-1, 1, { start: former.start, end });
    }
  }
  return { found: found.size, hits };
}

/** Begins and ends between words, unless a word alone is longer. */
function windowAround(text: string, words: readonly Word[], hit: Span): Span {
  if (text.length <= LENGTH) return { start: 0, end: text.length };
  const earliest = hit.start <= LEAD ? 0 : hit.start - LEAD;
  const first = words.find(({ start }) => start >= earliest);
  const start = earliest === 0 || first === undefined ? 0 : first.start;
  if (text.length - start <= LENGTH) return { start, end: text.length };
  const last = words.findLast(({ end }) => end <= start + LENGTH);
  const end = last === undefined || last.end <= hit.start ? start + LENGTH : last.end;
  return { start, end };
}

function cut(text: string, { start, end }: Span, hits: readonly Span[]): Excerpt {
  const parts: ExcerptPart[] = [];
  let at = start;
  const push = (until: number, hit: boolean): void => {
    // A word that is too long may be cut within a character: that one is left out.
    const piece = text.slice(at, until).replace(/[\ud800-\udbff]$/, '');
    if (piece !== '') parts.push({ text: piece, hit });
    at = Math.max(at, until);
  };
  if (start > 0) parts.push({ text: '… ', hit: false });
  for (const hit of hits.filter((other) => other.end > start && other.start < end)) {
    push(hit.start, false);
    push(Math.min(hit.end, end), true);
  }
  push(end, false);
  if (end < text.length) parts.push({ text: ' …', hit: false });
  return parts;
}
