import { Node } from '@tiptap/core';

/** The document's headings as a list; what it shows is made by whoever draws it. */
export const TableOfContents = Node.create({
  name: 'tableOfContents',
  group: 'block',
  atom: true,
  parseHTML: () => [{ tag: 'nav[data-table-of-contents]' }],
  renderHTML: () => ['nav', { 'data-table-of-contents': '' }],
});
