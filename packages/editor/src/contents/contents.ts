import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

import { WhenQuiet } from '../desk/when-quiet.ts';
import { headingsOf } from '../outline/headings.ts';
import { ContentsView, isContentsSelected } from './contents-view.ts';

/** Milliseconds without a change after which the lists are brought up to date. */
const QUIET = 250;

/** Tables of contents in an open editor: they follow the headings when nobody has typed for a moment. */
export const contentsInEditor = Extension.create({
  name: 'contentsInEditor',
  priority: 110,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor: { state, view } }) => {
      if (!isContentsSelected(state)) return false;
      const drawn = view.nodeDOM(state.selection.from);
      const first = drawn instanceof Element ? drawn.querySelector('button') : null;
      first?.focus();
      return first !== null;
    },
  }),
  addProseMirrorPlugins: () => [liveContents()],
});

function liveContents(): Plugin {
  const shown = new Set<ContentsView>();
  return new Plugin({
    props: {
      nodeViews: {
        tableOfContents: (_node, view) => {
          const contents: ContentsView = new ContentsView(view, () => shown.delete(contents));
          shown.add(contents);
          return contents;
        },
      },
    },
    view: (view) => {
      const refreshing = new WhenQuiet(() => {
        const headings = headingsOf(view.state.doc);
        for (const contents of shown) contents.refresh(headings);
      }, QUIET);
      return {
        update: ({ state }, before) => {
          if (shown.size > 0 && state.doc !== before.doc) refreshing.later();
        },
        destroy: refreshing.end,
      };
    },
  });
}
