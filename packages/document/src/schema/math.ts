import { Node } from '@tiptap/core';

const latexOf = (element: HTMLElement): string => element.dataset['latex'] ?? '';

const latex = {
  default: '',
  parseHTML: latexOf,
  renderHTML: (attributes: Record<string, unknown>) => ({ 'data-latex': textOf(attributes) }),
};

/** A formula in a line of text, in the LaTeX that KaTeX knows. */
export const InlineMath = Node.create({
  name: 'inlineMath',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ latex }),
  parseHTML: () => [{ tag: 'span[data-latex]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, textOf(node.attrs)],
  renderText: ({ node }) => textOf(node.attrs),
});

/** A formula on a line of its own. */
export const BlockMath = Node.create({
  name: 'blockMath',
  group: 'block',
  atom: true,
  addAttributes: () => ({ latex }),
  parseHTML: () => [{ tag: 'div[data-latex]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['div', HTMLAttributes, textOf(node.attrs)],
  renderText: ({ node }) => textOf(node.attrs),
});

function textOf({ latex: value }: Record<string, unknown>): string {
  return typeof value === 'string' ? value : '';
}
