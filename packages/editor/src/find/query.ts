/** What is looked for. */
export interface Query {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  /** `words` is a regular expression. */
  readonly isPattern: boolean;
}

/** Where something was found in a text: UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A place and the words that come to stand there. */
export interface Replaced extends Range {
  readonly words: string;
}

/** Stands for what is in a text and is no letter, such as a formula. */
export const NO_LETTER = '\ufffc';

const LETTER = String.raw`[\p{L}\p{N}\p{M}_]`;
const isLetter = new RegExp(LETTER, 'u');

/**
 * The regular expression that finds what a query looks for.
 *
 * @throws SyntaxError if its pattern is none.
 */
export function patternOf({ words, matchCase, wholeWords, isPattern }: Query): RegExp {
  const flags = matchCase ? 'gmu' : 'gimu';
  // By itself first, so that what stands around it can't complete it.
  if (isPattern) new RegExp(words, flags);
  const source = isPattern ? words : literal(words);
  if (!wholeWords) return new RegExp(source, flags);
  // What begins with no letter is a word of its own anyway.
  const [first = '', last = ''] = isPattern ? 'aa' : [words[0], words.at(-1)];
  const before = isLetter.test(first) ? `(?<!${LETTER})` : '';
  const after = isLetter.test(last) ? `(?!${LETTER})` : '';
  return new RegExp(`${before}(?:${source})${after}`, flags);
}

/** Spaces and quotation marks are typed in one way and set in several. */
function literal(words: string): string {
  return words
    .replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)
    .replace(/[ \u00a0]/g, '[ \u00a0\u202f]')
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”„]/g, '["“”„]');
}

/** The places of a text that a pattern fits, none of them empty and none with anything in it that is no letter. */
export function placesIn(text: string, pattern: RegExp): Range[] {
  return matchesIn(text, pattern).map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
}

/** The same with what is to stand there: in it `$1`, `$&` and `$<name>` are what the pattern found. */
export function replacementsIn(text: string, pattern: RegExp, template: string): Replaced[] {
  return matchesIn(text, pattern).map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    words: filledIn(template, match),
  }));
}

function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(
    ({ 0: found }) => found !== '' && !found.includes(NO_LETTER),
  );
}

function filledIn(template: string, match: RegExpExecArray): string {
  return template.replace(
    /\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g,
    (sign: string, dollar?: string, whole?: string, number?: string, name?: string) => {
      if (dollar !== undefined) return '$';
      if (whole !== undefined) return match[0];
      if (number !== undefined) return groupOf(match, number) ?? sign;
      if (match.groups === undefined || name === undefined) return sign;
      return match.groups[name] ?? '';
    },
  );
}

/** As in JavaScript: `$12` is the first group and a 2 where there are not twelve. */
function groupOf(match: RegExpExecArray, number: string): string | null {
  const whole = Number(number);
  if (whole > 0 && whole < match.length) return match[whole] ?? '';
  const first = Number(number[0]);
  if (number.length === 1 || first === 0 || first >= match.length) return null;
  return (match[first] ?? '') + number.slice(1);
}
