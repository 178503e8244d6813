import { CodeBlock as PlainCodeBlock } from '@tiptap/extension-code-block';

/** Code, in a language, with long lines wrapped or not. */
export const CodeBlock = PlainCodeBlock.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      wrap: {
        default: null,
        // Null and not false, which would be written into every block.
        parseHTML: (element: HTMLElement) => (element.hasAttribute('data-wrap') ? true : null),
        renderHTML: ({ wrap }: Record<string, unknown>) =>
          wrap === true ? { 'data-wrap': '' } : {},
      },
    };
  },
}).configure({ enableTabIndentation: true, tabSize: 2 });
