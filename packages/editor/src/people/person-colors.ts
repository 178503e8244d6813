/** A colour a person can choose. */
export interface NamedColor {
  readonly name: string;
  readonly value: string;
}

/**
 * Colours for people, chosen together: as a caret each has 3:1 on paper, light and dark; its avatar's letters have
 * 4.5:1; and any two stay apart for colour-blind eyes, because they differ in lightness where hue fails.
 */
export const namedColors: readonly NamedColor[] = [
  { name: 'Rose', value: '#f0447e' },
  { name: 'Olive', value: '#819808' },
  { name: 'Violet', value: '#7e58eb' },
  { name: 'Teal', value: '#079279' },
  { name: 'Plum', value: '#9f4cb1' },
  { name: 'Sky', value: '#6f8bed' },
  { name: 'Green', value: '#258101' },
  { name: 'Mauve', value: '#bb7cb5' },
];

/** The values of `namedColors`, for those who pick one by chance. */
export const personColors: readonly string[] = namedColors.map(({ value }) => value);
