/** A word of a text, folded so that equal words are equal strings, and where it stands (UTF-16 units). */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Words that have to stand one after the other. */
export type Phrase = readonly string[];

/** All phrases are sought; the last word of the last one may only have begun. Empty: nothing is sought. */
export type Query = readonly Phrase[];

/** UTF-16 units of a word; what is longer is no word of a language and is cut. */
const LONGEST = 100;

/** Scripts that put no space between words. */
const SPACELESS = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}`;
/** Soft hyphens and joiners: they are within words, unseen. */
const UNSEEN = String.raw`\u00ad\u200c\u200d`;
/** Combining marks, the half-width ones of Japanese among them. */
const MARKS = String.raw`\p{M}\uff9e\uff9f`;

/**
 * A word is letters and digits in a row. In scripts without spaces each letter is taken for a word, and a
 * query for some of them in a row finds them anywhere. Emoji are words too.
 */
const WORD = new RegExp(
  [
    `[[\\p{L}\\p{N}]&&[${SPACELESS}]][${MARKS}]*`,
    `[[\\p{L}\\p{N}]--[${SPACELESS}]][[\\p{L}\\p{N}\\p{M}${UNSEEN}]--[${SPACELESS}]]*`,
    String.raw`\p{Extended_Pictographic}|\p{Regional_Indicator}`,
  ].join('|'),
  'gv',
);

/** Accents, and the vowel points of Hebrew and Arabic, which people leave out when they look for something. */
const POINTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Letters with a stroke and ligatures, which have no accent to take off. */
const PLAINER: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  // At the end of a word Greek writes its s in another way.
  ς: 'σ',
};

/** The words of a text, in order. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = foldCase(word)
      // Signs that stand for several letters may bring other signs along.
      .replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]/gu, '')
      .slice(0, LONGEST)
      .toWellFormed();
    if (folded !== '') yield { folded, start: index, end: index + word.length };
  }
}

/** The folded words of a text. */
export const foldedWords = (text: string): string[] =>
  Array.from(wordsIn(text), ({ folded }) => folded);

/** Takes case and accents off; the length may change. */
export const foldCase = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(POINTS, '')
    // Up first: ß has two letters there, and so have equal words equal strings.
    .toUpperCase()
    .toLowerCase()
    .replace(/[æœøłđħς]/g, (letter) => PLAINER[letter] ?? letter);

/** What is between spaces is a phrase: `re-read` is found as `re read` but not as `read again, re: it`. */
export const readQuery = (text: string): Query =>
  text
    .split(/\s+/)
    .map(foldedWords)
    .filter((phrase) => phrase.length > 0);

/** Whether `words` has the phrase at `at`, the last word of which may only have begun if `isLast`. */
export function hasPhraseAt(
  words: readonly string[],
  at: number,
  phrase: Phrase,
  isLast: boolean,
): boolean {
  return phrase.every((wanted, n) => {
    const word = words[at + n];
    if (word === undefined) return false;
    return isLast && n === phrase.length - 1 ? word.startsWith(wanted) : word === wanted;
  });
}
