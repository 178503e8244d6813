import { type Editor, Extension, InputRule } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

import type { CalloutKind } from '@indelible/document/schema';

import {
  depthOf,
  isAtStartOf,
  isInCode,
  isInEmptyLastLine,
  leaveBelow,
} from '../blocks/leave-block.ts';
import { CalloutView } from './callout-view.ts';

/** How others write the kinds, for those who bring their habits along. */
const KIND_OF: Readonly<Record<string, CalloutKind>> = {
  note: 'note',
  info: 'note',
  tip: 'tip',
  important: 'warning',
  warning: 'warning',
  caution: 'danger',
  danger: 'danger',
};

/** Sets the blocks of the selection apart, or gives the callout around them another kind. */
export function setCallout(editor: Editor, kind: CalloutKind = 'note'): void {
  if (editor.isActive('callout')) {
    editor.chain().focus().updateAttributes('callout', { kind }).run();
    return;
  }
  editor.chain().focus().wrapIn('callout', { kind }).run();
}

/** Callouts in an open editor: how they are drawn, and the keys that lead in and out. */
export const calloutInEditor = Extension.create({
  name: 'calloutInEditor',
  // Before the keys of lists and of TipTap itself, which know only quotes.
  priority: 110,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) =>
      editor.commands.command(({ state, tr }) => {
        const depth = depthOf(state, 'callout');
        return depth > 0 && isInEmptyLastLine(state, depth) && leaveBelow(state, tr, depth);
      }),
    'Mod-Enter': ({ editor }) =>
      editor.commands.command(({ state, tr }) => {
        const depth = depthOf(state, 'callout');
        return depth > 0 && !isInCode(state) && leaveBelow(state, tr, depth);
      }),
    Backspace: ({ editor }) => {
      const { state } = editor;
      const depth = depthOf(state, 'callout');
      const isFirst = depth > 0 && state.selection.$from.depth === depth + 1;
      return isFirst && isAtStartOf(state, depth) && editor.commands.lift('callout');
    },
  }),
  addInputRules() {
    return [
      new InputRule({
        find: /^\[!(\w+)\]\s$/,
        handler: ({ match, range, chain }) => {
          const kind = KIND_OF[match[1]?.toLowerCase() ?? ''];
          if (kind === undefined) return null;
          chain().deleteRange(range).wrapIn('callout', { kind }).run();
          return undefined;
        },
      }),
    ];
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        nodeViews: { callout: (node, view, getPos) => new CalloutView(node, view, getPos) },
      },
    }),
  ],
});
