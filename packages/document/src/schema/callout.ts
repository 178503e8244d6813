import { Node } from '@tiptap/core';

export const calloutKinds = ['note', 'tip', 'warning', 'danger'] as const;

export type CalloutKind = (typeof calloutKinds)[number];

/** The value as a kind of callout; what is none is a note. */
function parseCalloutKind(value: unknown): CalloutKind {
  return calloutKinds.find((kind) => kind === value) ?? 'note';
}

/** Blocks set apart from the text around them. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'note',
      parseHTML: (element: HTMLElement) => parseCalloutKind(element.dataset['callout']),
      renderHTML: ({ kind }: Record<string, unknown>) => ({
        'data-callout': parseCalloutKind(kind),
      }),
    },
  }),
  parseHTML: () => [{ tag: '[data-callout]' }],
  renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) => [
    'aside',
    HTMLAttributes,
    0,
  ],
});
