import { Node } from '@tiptap/core';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The value as a day, `YYYY-MM-DD`; null if it is none. */
function parseDay(value: unknown): string | null {
  if (typeof value !== 'string' || !DATE.test(value)) return null;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? value : null;
}

/** A day named in the text; everybody reads it in their own language. */
export const DateNode = Node.create({
  name: 'date',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    value: {
      default: null,
      parseHTML: (element: HTMLElement) => parseDay(element.getAttribute('datetime')),
      renderHTML: ({ value }: Record<string, unknown>) => ({ datetime: parseDay(value) ?? '' }),
    },
  }),
  parseHTML: () => [
    {
      tag: 'time[datetime]',
      getAttrs: (time) => (parseDay(time.getAttribute('datetime')) ? null : false),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'time',
    HTMLAttributes,
    parseDay(node.attrs['value']) ?? '',
  ],
  renderText: ({ node }) => parseDay(node.attrs['value']) ?? '',
});
