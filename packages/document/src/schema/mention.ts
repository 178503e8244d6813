import { Node } from '@tiptap/core';

export type MentionKind = 'document' | 'person';

/** A document or a person named in the text; the label is what it was called then. */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    kind: {
      default: 'person',
      parseHTML: (element: HTMLElement) => parseMentionKind(element.dataset['mention']),
      renderHTML: ({ kind }: Record<string, unknown>) => ({
        'data-mention': parseMentionKind(kind),
      }),
    },
    id: textAttribute('data-id'),
    label: textAttribute('data-label'),
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, mentionText(node.attrs)],
  renderText: ({ node }) => mentionText(node.attrs),
});

/** The value as what can be mentioned; what is neither is a person, who can't be opened. */
function parseMentionKind(value: unknown): MentionKind {
  return value === 'document' ? 'document' : 'person';
}

/** How a mention reads in plain text. */
function mentionText({ kind, label }: Record<string, unknown>): string {
  const name = typeof label === 'string' ? label : '';
  return parseMentionKind(kind) === 'person' ? `@${name}` : name;
}

function textAttribute(name: string) {
  return {
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute(name) ?? '',
    renderHTML: (attributes: Record<string, unknown>) => {
      const value = attributes[name.slice('data-'.length)];
      return { [name]: typeof value === 'string' ? value : '' };
    },
  };
}
