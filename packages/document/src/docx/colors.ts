import type { ColorName } from '../schema/colors.ts';

interface Shades {
  readonly ink: string;
  readonly paper: string;
}

/** What the named colours look like in Word, without `#`: text, and what is behind text and cells. */
export const shades: Readonly<Record<ColorName, Shades>> = {
  gray: { ink: '5F6368', paper: 'E8EAED' },
  red: { ink: 'B3261E', paper: 'FBDAD7' },
  orange: { ink: 'A54800', paper: 'FFE1C7' },
  yellow: { ink: '7A5D00', paper: 'FFF2B3' },
  green: { ink: '1E6B34', paper: 'D3F0DB' },
  teal: { ink: '00696B', paper: 'C9EFEF' },
  blue: { ink: '1A56B0', paper: 'D8E6FC' },
  purple: { ink: '6B3FA0', paper: 'E9DDF7' },
  pink: { ink: 'A3256B', paper: 'FADAEA' },
};

/** The name of the colour that is nearest to this one, in hexadecimal; null for black, white and what is none. */
export function nameOf(hex: string, part: keyof Shades): ColorName | null {
  const wanted = channels(hex);
  if (wanted === null || isNeutral(wanted)) return null;
  let best: ColorName | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of Object.keys(shades) as ColorName[]) {
    const candidate = channels(shades[name][part]) ?? [0, 0, 0];
    const distance = candidate.reduce(
      (sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

function channels(hex: string): number[] | null {
  if (!/^[0-9a-f]{6}$/i.test(hex)) return null;
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

const isNeutral = (values: readonly number[]): boolean =>
  values.every((value) => value < 40) || values.every((value) => value > 248);
