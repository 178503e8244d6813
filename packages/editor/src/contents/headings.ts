import type { Node } from '@tiptap/pm/model';

/** A heading of the document. */
export interface Heading {
  /** 1 to 4. */
  readonly level: number;
  readonly text: string;
  /** Where it starts in the document. */
  readonly at: number;
}

/** The headings with words in them, in their order, also those in callouts, toggles and cells. */
export function headingsOf(doc: Node): Heading[] {
  const headings: Heading[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'heading' && node.textContent.trim() !== '') {
      headings.push({ level: Number(node.attrs['level']), text: node.textContent.trim(), at });
    }
    return !node.isTextblock;
  });
  return headings;
}

/** How far each heading is to be set in: nobody begins deep, and nobody goes down by more than one step. */
export function stepsOf(levels: readonly number[]): number[] {
  const around: number[] = [];
  return levels.map((level) => {
    while (around.length > 0 && (around.at(-1) ?? 0) >= level) around.pop();
    around.push(level);
    return around.length - 1;
  });
}
