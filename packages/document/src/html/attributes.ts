import { all } from './elements.ts';

/** What the schema reads, and nothing else: no styles, no classes, no handlers. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'download', 'type', 'data-file', 'data-size'],
  img: ['src', 'alt', 'title', 'width'],
  figure: ['data-image', 'data-align', 'width'],
  video: ['src', 'width', 'data-align'],
  td: ['colspan', 'rowspan', 'colwidth', 'align', 'data-background'],
  th: ['colspan', 'rowspan', 'colwidth', 'align', 'data-background'],
  ol: ['start', 'type'],
  ul: ['data-type'],
  li: ['data-type', 'data-checked'],
  mark: ['data-color'],
  span: ['data-text-color', 'data-latex', 'data-mention', 'data-id', 'data-label', 'data-spaces'],
  div: ['data-latex', 'data-embed', 'data-details-content'],
  aside: ['data-callout'],
  nav: ['data-table-of-contents'],
  time: ['datetime'],
  pre: ['data-wrap'],
  code: ['class'],
};

/** Removes every attribute that the schema does not read. */
export function keepKnownAttributes(body: HTMLElement): void {
  for (const element of all(body, '*')) {
    const known = KNOWN[element.nodeName.toLowerCase()] ?? [];
    for (const { name, value } of Array.from(element.attributes)) {
      if (!known.includes(name) || !isPlausible(element, name, value))
        element.removeAttribute(name);
    }
  }
}

/** Values that would be taken as they are. */
function isPlausible(element: Element, name: string, value: string): boolean {
  switch (name) {
    case 'class':
      return /^language-[\w+#.-]+$/.test(value);
    case 'colspan':
    case 'rowspan':
      return /^\d{1,3}$/.test(value) && Number(value) > 0;
    case 'colwidth':
      return /^\d{1,4}(?:,\d{1,4})*$/.test(value);
    case 'width':
      return element.nodeName === 'FIGURE' || /^\d{1,4}$/.test(value);
    case 'start':
      return /^\d{1,9}$/.test(value);
    case 'type':
      return element.nodeName === 'A' || /^[aAiI]$/.test(value);
    default:
      return true;
  }
}
