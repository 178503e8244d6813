import type { Node } from '@tiptap/pm/model';

/** A heading of the document. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  /** Its place in the document. */
  readonly at: number;
}

/** All headings in their order, also those in quotes, toggles and cells; empty ones are left out. */
export function headingsOf(doc: Node): Heading[] {
  const headings: Heading[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'heading') {
      const text = node.textContent.trim();
      const level: unknown = node.attrs['level'];
      if (text !== '') headings.push({ level: typeof level === 'number' ? level : 1, text, at });
    }
    return !node.isTextblock;
  });
  return headings;
}

/** How far in each heading stands: below the last one of a higher level, whatever its own number. */
export function depthsOf(headings: readonly Pick<Heading, 'level'>[]): number[] {
  const above: number[] = [];
  return headings.map(({ level }) => {
    while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return above.length - 1;
  });
}

/** The last of `count` things whose top is not below a line; -1 if all are. Tops must rise. */
export function lastAbove(count: number, topOf: (index: number) => number, line: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (topOf(middle) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
