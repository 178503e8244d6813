import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

/** The depth of the nearest block of a type around the caret, or a selection's both ends; 0 if there is none. */
export function depthOf({ selection: { $from, $to } }: EditorState, name: string): number {
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === name) return depth;
  }
  return 0;
}

/** Whether the caret is at the start of the first line of the block at a depth. */
export function isAtStartOf({ selection: { empty, $from } }: EditorState, depth: number): boolean {
  if (!empty || $from.parentOffset > 0) return false;
  for (let above = depth; above < $from.depth; above += 1) if ($from.index(above) > 0) return false;
  return true;
}

/** In code the same keys leave the code first. */
export const isInCode = ({ selection }: EditorState): boolean =>
  selection.$from.parent.type.spec.code === true;

/** Whether the caret is in an empty paragraph, the last child of the block at a depth. */
export function isInEmptyLastLine({ selection: { empty, $from } }: EditorState, depth: number) {
  return (
    empty &&
    $from.depth === depth + 1 &&
    $from.parent.type.name === 'paragraph' &&
    $from.parent.content.size === 0 &&
    $from.indexAfter(depth) === $from.node(depth).childCount
  );
}

/**
 * Puts the caret into an empty paragraph below the block at a depth; an empty last line goes there, unless nothing
 * else is in the container at `inside`.
 */
export function leaveBelow(state: EditorState, tr: Transaction, depth: number, inside = depth) {
  const { $from } = state.selection;
  const paragraph = state.schema.nodes['paragraph'];
  if (paragraph === undefined) return false;
  const after = $from.after(depth);
  const takesLine = isInEmptyLastLine(state, inside) && $from.node(inside).childCount > 1;
  if (takesLine) tr.delete($from.before(), $from.after());
  const below = tr.mapping.map(after);
  tr.insert(below, paragraph.create());
  tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView();
  return true;
}
