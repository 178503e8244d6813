import { Mark } from '@tiptap/core';

import { parseColorName } from './colors.ts';

/** Text marked as with a pen. */
export const Highlight = Mark.create({
  name: 'highlight',
  addAttributes: () => ({
    color: {
      default: 'yellow',
      parseHTML: (element: HTMLElement) => parseColorName(element.dataset['color']) ?? 'yellow',
      renderHTML: ({ color }: Record<string, unknown>) => ({
        'data-color': parseColorName(color) ?? 'yellow',
      }),
    },
  }),
  parseHTML: () => [{ tag: 'mark' }],
  renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) => [
    'mark',
    HTMLAttributes,
    0,
  ],
});

/** Text in another colour than the page's. */
export const TextColor = Mark.create({
  name: 'textColor',
  addAttributes: () => ({
    color: {
      default: null,
      parseHTML: (element: HTMLElement) => parseColorName(element.dataset['textColor']),
      renderHTML: ({ color }: Record<string, unknown>) => {
        const name = parseColorName(color);
        return name === null ? {} : { 'data-text-color': name };
      },
    },
  }),
  parseHTML: () => [{ tag: 'span[data-text-color]' }],
  renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) => [
    'span',
    HTMLAttributes,
    0,
  ],
});
