import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { Selection } from '@tiptap/pm/state';
import { isInTable, type Rect, selectedRect, type TableMap } from '@tiptap/pm/tables';

import { repairTables } from '@indelible/document/schema';

/** A table, and which of its cells the selection is in. */
export interface TablePlace {
  readonly table: Node;
  /** Position of the first row in the document. */
  readonly start: number;
  readonly map: TableMap;
  /** The selected cells, or the one with the caret. */
  readonly rect: Rect;
}

/** The table with the selection; null outside of tables, and in one that is too large to be worked on. */
export function tablePlace(state: EditorState): TablePlace | null {
  if (!isInTable(state)) return null;
  const { table, tableStart: start, map, left, top, right, bottom } = selectedRect(state);
  return isMapped(table, map) ? { table, start, map, rect: { left, top, right, bottom } } : null;
}

/** Whether every cell can be worked on: what has come over the network may be of any size. */
function isMapped(table: Node, map: TableMap): boolean {
  return map.height === table.childCount && map.width >= (table.firstChild?.childCount ?? 0);
}

/**
 * A command for tables that finds them in order: what two people did at once may have left rows of different
 * length, which is repaired by the first who goes on working on it.
 */
export function onTable(
  run: (state: EditorState, place: TablePlace) => ReturnType<typeof transactionOf>,
): Command {
  return (state, dispatch) => {
    if (tablePlace(state) === null) return false;
    const repair = repairTables(state);
    const sound = repair === null ? state : state.apply(repair);
    const place = tablePlace(sound);
    const done = place === null ? null : run(sound, place);
    if (done === null) return false;
    if (dispatch === undefined) return true;
    if (repair === null) dispatch(done.scrollIntoView());
    else dispatch(inOneStep(state, repair, done).scrollIntoView());
    return true;
  };
}

const inOneStep = (state: EditorState, first: Transactional, then: Transactional) => {
  const { tr } = state;
  for (const step of [...first.steps, ...then.steps]) tr.step(step);
  return tr.setSelection(Selection.fromJSON(tr.doc, then.selection.toJSON()));
};

type Transactional = EditorState['tr'];

/** What a command of the library would do; null if it does not apply. */
export function transactionOf(state: EditorState, command: Command): Transactional | null {
  let done: Transactional | null = null;
  command(state, (tr) => {
    done = tr;
  });
  return done;
}
