import { Extension, InputRule } from '@tiptap/core';

/** A pair of signs with a space at its inner edges: a product, a list of names, a gap. In Markdown, too, it means itself. */
const APART = /(?:^|\s)(\*\*|__|~~|[*_])(?:\s[^*_~]*|[^*_~]*\s)\1$/;

/** Leaves signs alone that TipTap's own rules would make formatting of: `2 * 3 * 4` is no italic 3. */
export const plainSigns = Extension.create({
  name: 'plainSigns',
  // Before those rules.
  priority: 1000,
  addInputRules: () => [
    new InputRule({
      find: APART,
      // Nothing has been changed that Backspace could take back.
      undoable: false,
      handler: ({ state, range, match }) => {
        const [typed] = match;
        state.tr.insertText(typed.slice(-1), range.from + typed.length - 1, range.to);
      },
    }),
  ],
});
