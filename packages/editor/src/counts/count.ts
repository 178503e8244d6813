import { NO_LETTER } from '../find/query.ts';

/** How much text there is. */
export interface Count {
  readonly words: number;
  /** As a reader counts them: an accent or the parts of an emoji are none of their own. */
  readonly characters: number;
  readonly withoutSpaces: number;
}

export const NO_TEXT: Count = { words: 0, characters: 0, withoutSpaces: 0 };

/** Words a minute at which most people read. */
const READING_SPEED = 230;

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}_]+(?:['’.,\-‐‑][\p{L}\p{N}\p{M}_]+)*/gu;
/** Each of them is one character, whatever stands beside it. */
const SIMPLE = /^[\t\u0020-\u02ff\u2010-\u2027]*$/;
const BREAKS = new RegExp(`[\n${NO_LETTER}]`, 'g');

const bySense = new Intl.Segmenter(undefined, { granularity: 'word' });
const byCharacter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Counts a text; line breaks and what is no letter don't count as characters. */
export function countText(text: string): Count {
  const line = text.replace(BREAKS, '');
  return {
    words: countWords(text),
    characters: countCharacters(line),
    withoutSpaces: countCharacters(line.replace(/\s/g, '')),
  };
}

export const sum = (a: Count, b: Count): Count => ({
  words: a.words + b.words,
  characters: a.characters + b.characters,
  withoutSpaces: a.withoutSpaces + b.withoutSpaces,
});

/** Minutes it takes to read so many words, at least one. */
export const minutesToRead = (words: number): number =>
  Math.max(1, Math.round(words / READING_SPEED));

function countWords(text: string): number {
  if (!UNSPACED.test(text)) return text.match(WORD)?.length ?? 0;
  let words = 0;
  for (const { isWordLike } of bySense.segment(text)) if (isWordLike === true) words += 1;
  return words;
}

function countCharacters(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let characters = 0;
  for (const _ of byCharacter.segment(text)) characters += 1;
  return characters;
}
