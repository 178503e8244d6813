import { readFileSync } from 'node:fs';

const PAIR = /(--[\w-]+):\s*light-dark\(\s*oklch\(([^)]+)\),\s*oklch\(([^)]+)\)\s*\)/g;

/** Colours of a style sheet that are written as `light-dark(oklch(…), oklch(…))`, as `#rrggbb`. */
export function tokenColors(path: URL): Map<string, { light: string; dark: string }> {
  const css = readFileSync(path, 'utf8');
  const found = css.matchAll(PAIR);
  return new Map(
    [...found].map(([, name = '', light = '', dark = '']) => [
      name,
      { light: hexOf(light), dark: hexOf(dark) },
    ]),
  );
}

/** A colour in OKLCH, its parts parted by spaces, as a screen shows it. */
function hexOf(oklch: string): string {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(/\s+/).map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const cube = (x: number, y: number) => (lightness + x * a + y * b) ** 3;
  const [l, m, s] = [
    cube(0.3963377774, 0.2158037573),
    cube(-0.1055613458, -0.0638541728),
    cube(-0.0894841775, -1.291485548),
  ];
  const light = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${light.map((part) => channel(part)).join('')}`;
}

function channel(light: number): string {
  const within = Math.min(1, Math.max(0, light));
  const value = within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
}
