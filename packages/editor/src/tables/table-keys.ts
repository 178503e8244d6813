import type { Editor } from '@tiptap/core';
import { type Command, Selection, TextSelection } from '@tiptap/pm/state';
import { CellSelection, goToNextCell, isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';

import { moveLines } from './move-lines.ts';
import { addLine, selectCell } from './table-commands.ts';

type Key = (context: { readonly editor: Editor }) => boolean;

/** What keys do in a table. */
export const tableKeys: Readonly<Record<string, Key>> = {
  Tab: key(goToNextCell(1), addRowAtEnd),
  'Shift-Tab': key(goToNextCell(-1)),
  'Mod-Enter': key(leave(1)),
  'Mod-Shift-Enter': key(leave(-1)),
  Escape: key(selectCell, leaveIfSelected),
  ArrowDown: key(leaveDown),
  ArrowLeft: key(collapse(-1)),
  ArrowRight: key(collapse(1)),
  Backspace: key(staysInCell(-1)),
  Delete: key(staysInCell(1)),
  'Alt-Shift-ArrowUp': key(moveLines('row', -1), stayIn),
  'Alt-Shift-ArrowDown': key(moveLines('row', 1), stayIn),
  'Alt-Shift-ArrowLeft': key(moveLines('column', -1), stayIn),
  'Alt-Shift-ArrowRight': key(moveLines('column', 1), stayIn),
};

function key(...commands: readonly ViewCommand[]): Key {
  return ({ editor: { view } }) =>
    isInTable(view.state) && commands.some((command) => command(view.state, view.dispatch, view));
}

type ViewCommand = (...given: Parameters<Command>) => boolean;

/** Where nothing is left to be done, the key does not go on to do something else. */
function stayIn(): boolean {
  return true;
}

const goToNext: Command = goToNextCell(1);

function addRowAtEnd(
  state: Parameters<Command>[0],
  dispatch: Parameters<Command>[1],
  view?: EditorView,
) {
  if (!addLine('row', 'after')(state, dispatch)) return false;
  return view === undefined || goToNext(view.state, view.dispatch);
}

/** An arrow at a selection of words goes to its end, where the library would go on into the next cell. */
export function collapse(direction: -1 | 1): Command {
  return ({ selection, tr }, dispatch) => {
    if (selection.empty || !(selection instanceof TextSelection)) return false;
    const place = tr.doc.resolve(direction < 0 ? selection.from : selection.to);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, place.pos)).scrollIntoView());
    return true;
  };
}

/** What is next to a cell is another cell, and not to be deleted or joined from this one. */
export function staysInCell(direction: -1 | 1): Command {
  return ({ selection: { empty, $from } }) => {
    const isAtEdge = $from.parentOffset === (direction < 0 ? 0 : $from.parent.content.size);
    if (!empty || !isAtEdge) return false;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      const { name } = $from.node(depth).type;
      if (name === 'tableCell' || name === 'tableHeader') return true;
      const last = $from.node(depth - 1).childCount - 1;
      // A list item, quote or heading is lifted first.
      const isPlain = depth < $from.depth || name === 'paragraph';
      if (!isPlain || $from.index(depth - 1) !== (direction < 0 ? 0 : last)) return false;
      const parent = $from.node(depth - 1).type.name;
      if (direction < 0 && parent !== 'tableCell' && parent !== 'tableHeader') return false;
    }
    return false;
  };
}

/** Leaves the table for the block before or after it, which is made if there is none. */
export function leave(direction: -1 | 1): Command {
  return ({ selection: { $from }, tr, schema }, dispatch) => {
    let depth = $from.depth;
    while (depth > 0 && $from.node(depth).type.name !== 'table') depth -= 1;
    const paragraph = schema.nodes['paragraph']?.create();
    if (depth === 0 || paragraph === undefined) return false;
    const place = direction < 0 ? $from.before(depth) : $from.after(depth);
    const index = $from.index(depth - 1) + direction;
    const beside = $from.node(depth - 1).maybeChild(index);
    if (beside === null || !beside.isTextblock) tr.insert(place, paragraph);
    const inside = tr.doc.resolve(
      direction < 0 && beside?.isTextblock === true ? place - 1 : place + 1,
    );
    dispatch?.(tr.setSelection(TextSelection.near(inside, direction)).scrollIntoView());
    return true;
  };
}

/** Escape first selects the cell, then leaves the table. */
function leaveIfSelected(...[state, dispatch]: Parameters<Command>): boolean {
  return state.selection instanceof CellSelection && leave(1)(state, dispatch);
}

/** Down from the last row of a table with nothing below it makes a paragraph there. */
function leaveDown(...[state, dispatch, view]: Parameters<Command>): boolean {
  const { selection } = state;
  const { $head, empty } = selection;
  if (!empty || view === undefined || !view.endOfTextblock('down')) return false;
  let depth = $head.depth;
  while (depth > 0 && $head.node(depth).type.name !== 'table') depth -= 1;
  if (depth === 0 || $head.indexAfter(depth - 1) < $head.node(depth - 1).childCount) return false;
  for (let inner = depth; inner < $head.depth; inner += 1) {
    const isRow = $head.node(inner).type.name === 'tableRow';
    if (!isRow && $head.index(inner) < $head.node(inner).childCount - 1) return false;
  }
  return Selection.findFrom(state.doc.resolve($head.after(depth)), 1, true) === null
    ? leave(1)(state, dispatch)
    : false;
}
