/** What a highlight, a text or a cell can be coloured with: names, which each theme draws in its own way. */
export const colorNames = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const;

export type ColorName = (typeof colorNames)[number];

/** The value as the name of a colour; null if it is none. */
export function parseColorName(value: unknown): ColorName | null {
  return colorNames.find((name) => name === value) ?? null;
}
