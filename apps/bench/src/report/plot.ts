/** A line: somebody's values by size. */
export interface Series {
  readonly title: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Panel {
  readonly title: string;
  readonly xTitle: string;
  /** How a size is written at the axis. */
  readonly label: (x: number) => string;
  readonly series: readonly Series[];
}

const WIDTH = 440;
const HEIGHT = 320;
const LEFT = 52;
const RIGHT = 16;
const TOP = 56;
const BOTTOM = 44;
const COLORS = ['#0f766e', '#b45309', '#6d28d9', '#9f1239'] as const;

const STYLE = [
  'text { font: 12px system-ui, sans-serif; fill: #333 }',
  '.title { font-size: 13px; font-weight: 600 }',
  '.grid { stroke: #ddd } .paper { fill: #fff }',
  '@media (prefers-color-scheme: dark) {',
  'text { fill: #ccc } .grid { stroke: #333 } .paper { fill: #111 } }',
].join(' ');

/** Panels side by side as an SVG picture; both axes are logarithmic. */
export function renderPlot(panels: readonly Panel[]): string {
  const width = WIDTH * panels.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img">`,
    `<style>${STYLE}</style>`,
    `<rect class="paper" width="${width}" height="${HEIGHT}"/>`,
    ...panels.map((panel, n) => `<g transform="translate(${n * WIDTH} 0)">${render(panel)}</g>`),
    '</svg>',
    '',
  ].join('\n');
}

function render({ title, xTitle, label, series }: Panel): string {
  const all = series.flatMap(({ points }) => points);
  if (all.length === 0) return text(LEFT, TOP, `${title}: nothing was measured`, 'start');
  const xs = [...new Set(all.map(([x]) => x))].toSorted((a, b) => a - b);
  const ys = decades(all.map(([, y]) => y));
  const x = scale(xs, LEFT, WIDTH - RIGHT);
  const y = scale(ys, HEIGHT - BOTTOM, TOP);
  return [
    `<text class="title" x="${LEFT}" y="18">${escape(title)}</text>`,
    ...series.map(({ title: name }, n) => legend(name, n, series.length)),
    ...ys.map((value) => gridLine(y(value), String(value))),
    ...xs.map((value) => text(x(value), HEIGHT - BOTTOM + 18, label(value))),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, xTitle),
    ...series.map(({ points }, n) =>
      line(
        points.map(([a, b]) => [x(a), y(b)]),
        n,
      ),
    ),
  ].join('\n');
}

/** 0.01, 0.1, 1, … around all values. */
function decades(values: readonly number[]): number[] {
  const lowest = Math.floor(Math.log10(Math.min(...values)));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: highest - lowest + 1 }, (_, n) =>
    Number((10 ** (lowest + n)).toPrecision(1)),
  );
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.log(Math.min(...values));
  const span = Math.log(Math.max(...values)) - low || 1;
  return (value) => Math.round(from + ((Math.log(value) - low) / span) * (to - from));
}

const color = (n: number): string => COLORS[n % COLORS.length] ?? '';

const legend = (title: string, n: number, of: number): string => {
  const x = LEFT + (n * (WIDTH - LEFT - RIGHT)) / of;
  return `<circle cx="${x + 4}" cy="34" r="4" fill="${color(n)}"/>${text(x + 12, 38, title, 'start')}`;
};

const gridLine = (y: number, label: string): string =>
  `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/>${text(LEFT - 6, y + 4, label, 'end')}`;

const line = (points: readonly (readonly number[])[], n: number): string =>
  [
    `<polyline fill="none" stroke="${color(n)}" stroke-width="2" points="${points.map((point) => point.join(',')).join(' ')}"/>`,
    ...points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${color(n)}"/>`),
  ].join('');

const text = (x: number, y: number, content: string, anchor = 'middle'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${escape(content)}</text>`;

const escape = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
