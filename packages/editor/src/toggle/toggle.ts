import { Extension, InputRule } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { depthOf, isInCode, leaveBelow } from '../blocks/leave-block.ts';
import { openToggles, reopen } from './open-toggles.ts';
import {
  backIntoToggle,
  backToLine,
  enterToggle,
  leaveToggle,
  liftToggle,
  wrapInToggle,
} from './toggle-commands.ts';
import { switchToggle, ToggleContentView, ToggleView } from './toggle-view.ts';

type Step = (state: EditorState, tr: Transaction) => boolean;

/** Toggles in an open editor: which are open, how they are drawn, and the keys that lead in and out. */
export const toggleInEditor = Extension.create({
  name: 'toggleInEditor',
  priority: 110,
  addKeyboardShortcuts() {
    const first = (...steps: readonly Step[]) =>
      this.editor.commands.command(({ state, tr }) => steps.some((step) => step(state, tr)));
    return {
      Enter: () => first(enterToggle, leaveToggle),
      Backspace: () => first(liftToggle, backToLine, backIntoToggle),
      'Mod-Enter': ({ editor: { state, view } }) => {
        const { $from } = state.selection;
        if ($from.parent.type.name === 'detailsSummary') {
          switchToggle(view, $from.before(-1));
          return true;
        }
        return first((now, tr) => {
          const depth = depthOf(now, 'details');
          return depth > 0 && !isInCode(now) && leaveBelow(now, tr, depth, depth + 1);
        });
      },
    };
  },
  addInputRules: () => [
    new InputRule({
      find: /^>>\s$/,
      handler: ({ range, chain }) => {
        chain()
          .deleteRange(range)
          .command(({ state, tr }) => wrapInToggle(state, tr))
          .run();
      },
    }),
  ],
  addProseMirrorPlugins: () => [openToggles, drawnToggles()],
});

function drawnToggles(): Plugin {
  const reopening = new Reopening();
  return new Plugin({
    props: {
      nodeViews: {
        details: (node, view, getPos, decorations) => {
          reopening.add(view, getPos);
          return new ToggleView(node, view, getPos, decorations);
        },
        detailsContent: (node, view, getPos, decorations) =>
          new ToggleContentView(node, view, getPos, decorations),
      },
    },
  });
}

/** Asks of toggles that have just been drawn whether they were left open, all of them at once. */
class Reopening {
  #drawn: (() => number | undefined)[] = [];

  add(view: EditorView, getPos: () => number | undefined): void {
    this.#drawn.push(getPos);
    if (this.#drawn.length > 1) return;
    // What is being drawn may not yet be dispatched upon.
    setTimeout(() => {
      const drawn = this.#drawn;
      this.#drawn = [];
      if (view.isDestroyed) return;
      const places = drawn.map((place) => place()).filter((place) => place !== undefined);
      reopen(view, places);
    });
  }
}
