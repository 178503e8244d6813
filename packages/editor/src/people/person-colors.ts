import type { EditorWords } from '../words/words.ts';

/** A colour a person can choose. */
export interface NamedColor {
  readonly name: keyof EditorWords['people']['colors'];
  readonly value: string;
}

/**
 * Colours for people, chosen together: as a caret each has 3:1 on paper, light and dark; its avatar's letters have
 * 4.5:1; and any two stay apart for colour-blind eyes, because they differ in lightness where hue fails.
 */
export const namedColors: readonly NamedColor[] = [
  { name: 'rose', value: '#f0447e' },
  { name: 'olive', value: '#819808' },
  { name: 'violet', value: '#7e58eb' },
  { name: 'teal', value: '#079279' },
  { name: 'plum', value: '#9f4cb1' },
  { name: 'sky', value: '#6f8bed' },
  { name: 'green', value: '#258101' },
  { name: 'mauve', value: '#bb7cb5' },
];

/** The values of `namedColors`, for those who pick one by chance. */
export const personColors: readonly string[] = namedColors.map(({ value }) => value);
