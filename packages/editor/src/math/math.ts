import { Extension, InputRule } from '@tiptap/core';
import {
  type EditorState,
  NodeSelection,
  Plugin,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';

import type { Ask } from '../forms/ask.ts';
import { MathView } from './math-view.ts';
import { NO_LETTER, typedBlock, typedInline } from './typed-math.ts';

/** Formulas in an open editor: how they are drawn, what makes one while typing, and the key that changes one. */
export function mathInEditor(ask: Ask) {
  return Extension.create({
    name: 'mathInEditor',
    priority: 110,
    addKeyboardShortcuts: () => {
      const open = ({ editor: { state } }: { readonly editor: { readonly state: EditorState } }) =>
        askAboutSelected(state, ask);
      return {
        'Alt-Enter': open,
        Enter: (context) =>
          open(context) ||
          context.editor.commands.command(({ state, tr }) => makeBlock(state, tr, ask)) ||
          // The line ends all the same.
          (context.editor.commands.command(({ state, tr }) => makeInline(state, tr)) && false),
      };
    },
    addInputRules: () => [inlineRule(), askRule(ask)],
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          nodeViews: {
            inlineMath: (node, view, getPos) => new MathView(node, view, getPos, ask),
            blockMath: (node, view, getPos) => new MathView(node, view, getPos, ask),
          },
        },
      }),
    ],
  });
}

function askAboutSelected({ selection }: EditorState, ask: Ask): boolean {
  if (!(selection instanceof NodeSelection)) return false;
  const { name } = selection.node.type;
  if (name !== 'inlineMath' && name !== 'blockMath') return false;
  ask(name);
  return true;
}

/** The sign that shows that the formula has ended is typed behind it. */
function inlineRule(): InputRule {
  return new InputRule({
    find: (text) => {
      const typed = typedInline(text);
      if (typed === null || typed.to === text.length) return null;
      return { index: typed.from, text: text.slice(typed.from), data: typed };
    },
    handler: ({ state, range, match }) => {
      const { latex } = match.data as { readonly latex: string };
      const formula = state.schema.node('inlineMath', { latex });
      const sign = state.schema.text(match[0].slice(-1));
      state.tr.replaceWith(range.from, range.to, [formula, sign]);
    },
  });
}

/** Two dollar signs and a space: the form for a formula on its own line. */
function askRule(ask: Ask): InputRule {
  return new InputRule({
    find: /^\$\$\s$/,
    handler: ({ state, range }) => {
      state.tr.delete(range.from, range.to);
      // When the line is empty, for that is where the formula goes.
      setTimeout(() => ask('blockMath'));
    },
  });
}

/** The line with the caret at its end, if it is a paragraph; null otherwise. */
function lineOf({ selection: { empty, $from } }: EditorState): string | null {
  const isEnd = empty && $from.parentOffset === $from.parent.content.size;
  if (!isEnd || $from.parent.type.name !== 'paragraph') return null;
  return $from.parent.textBetween(0, $from.parentOffset, null, NO_LETTER);
}

function makeBlock(state: EditorState, tr: Transaction, ask: Ask): boolean {
  const line = lineOf(state);
  const { paragraph, blockMath } = state.schema.nodes;
  if (line === null || paragraph === undefined || blockMath === undefined) return false;
  const { $from } = state.selection;
  if (line === '$$') {
    tr.delete($from.start(), $from.end());
    setTimeout(() => ask('blockMath'));
    return true;
  }
  const latex = typedBlock(line);
  const index = $from.index(-1);
  if (latex === null || !$from.node(-1).canReplaceWith(index, index + 1, blockMath)) return false;
  const at = $from.before();
  tr.replaceWith(at, $from.after(), [blockMath.create({ latex }), paragraph.create()]);
  tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView();
  return true;
}

function makeInline(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.spec.code === true) return false;
  const typed = typedInline($from.parent.textBetween(0, $from.parentOffset, null, NO_LETTER));
  if (typed === null || typed.to !== $from.parentOffset) return false;
  const formula = state.schema.node('inlineMath', { latex: typed.latex });
  tr.replaceWith($from.start() + typed.from, $from.start() + typed.to, formula);
  return true;
}
