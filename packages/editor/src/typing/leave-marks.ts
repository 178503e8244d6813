import { Extension } from '@tiptap/core';
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state';

/** Formatting that shows an edge, which the caret can be on either side of. */
const EDGED = 'code';

/** The arrow key at the edge of code steps over the edge before it steps over a letter, so that one can write beside it. */
export const leaveMarks = Extension.create({
  name: 'leaveMarks',
  // Before TipTap's own way out of code, which writes a space.
  priority: 500,
  addKeyboardShortcuts: () => ({
    ArrowRight: ({ editor: { view } }) => leave(view.state, view.dispatch),
    ArrowLeft: ({ editor: { view } }) => enter(view.state, view.dispatch),
  }),
});

/** At the end of code: what is typed next is not code. */
const leave: Command = (state, dispatch) => {
  const mark = edgeMark(state);
  if (mark === null || !typesCode(state)) return false;
  dispatch?.(state.tr.removeStoredMark(mark));
  return true;
};

/** Back again. */
const enter: Command = (state, dispatch) => {
  const mark = edgeMark(state);
  if (mark === null || typesCode(state)) return false;
  dispatch?.(state.tr.addStoredMark(mark.create()));
  return true;
};

/** The formatting that ends at the caret; null if none does. */
function edgeMark({ selection, schema }: EditorState) {
  const mark = schema.marks[EDGED];
  if (mark === undefined || !(selection instanceof TextSelection)) return null;
  const { $cursor } = selection;
  if ($cursor === null || $cursor === undefined || $cursor.textOffset > 0) return null;
  const ends = (node: typeof $cursor.nodeBefore) =>
    node !== null && mark.isInSet(node.marks) !== undefined;
  return ends($cursor.nodeBefore) && !ends($cursor.nodeAfter) ? mark : null;
}

function typesCode({ storedMarks, selection: { $from } }: EditorState): boolean {
  return (storedMarks ?? $from.marks()).some(({ type }) => type.name === EDGED);
}
