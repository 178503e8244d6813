import type { Attrs } from '@tiptap/pm/model';
import { type Command, TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables';

import type { ColorName } from '@indelible/document/schema';

import { type Axis, lineCount, selectedLines, selectLinesIn } from './move-lines.ts';
import { onTable, type TablePlace, transactionOf } from './table-place.ts';

export type CellAlign = 'left' | 'center' | 'right';

const add = {
  row: { before: addRowBefore, after: addRowAfter },
  column: { before: addColumnBefore, after: addColumnAfter },
} as const;

/** Adds a row or column beside the selected ones. */
export const addLine = (axis: Axis, side: 'before' | 'after'): Command =>
  onTable((state) => transactionOf(state, add[axis][side]));

/** Deletes the selected rows or columns, and with the last of them the table. */
export const deleteLines = (axis: Axis): Command =>
  onTable((state, place) => {
    const { from, to } = selectedLines(place, axis);
    const isAll = from === 0 && to === lineCount(place.map, axis);
    if (isAll) return transactionOf(state, deleteTable);
    return transactionOf(state, axis === 'row' ? deleteRow : deleteColumn);
  });

/** Makes one cell of the selected ones, with all that is in them. */
export const mergeSelected: Command = onTable((state) => transactionOf(state, mergeCells));

/** Makes as many cells of a merged one as it has taken the place of. */
export const splitSelected: Command = onTable((state) => transactionOf(state, splitCell));

/** Makes headings of the first row or column, or plain cells again. */
export const toggleHeadings = (axis: Axis): Command =>
  onTable((state) => transactionOf(state, toggleHeader(axis)));

/** Deletes the table with the selection. */
export const removeTable: Command = (state, dispatch) => deleteTable(state, dispatch);

/** Colours the selected cells; null takes the colour away. */
export const colorCells = (background: ColorName | null): Command => setOnCells({ background });

/** Sets to which side the text in the selected cells goes; null goes to where the language begins. */
export const alignCells = (align: CellAlign | null): Command => setOnCells({ align });

function setOnCells(attributes: Attrs): Command {
  return onTable((state, place) => {
    const { tr } = state;
    for (const cell of selectedCells(place)) {
      const node = place.table.nodeAt(cell);
      if (node !== null)
        tr.setNodeMarkup(place.start + cell, null, { ...node.attrs, ...attributes });
    }
    return tr;
  });
}

/** Empties the selected cells. */
export const clearCells: Command = onTable((state, place) => {
  const { tr } = state;
  const paragraph = state.schema.nodes['paragraph']?.create();
  if (paragraph === undefined) return null;
  for (const cell of selectedCells(place)) {
    const node = place.table.nodeAt(cell);
    const from = tr.mapping.map(place.start + cell + 1);
    if (node !== null) tr.replaceWith(from, from + node.content.size, paragraph);
  }
  return tr;
});

/** Puts words that are typed in the place of what is in the selected cells. */
export const typeOverCells =
  (text: string): Command =>
  (state, dispatch) =>
    state.selection instanceof CellSelection && typeOver(text)(state, dispatch);

const typeOver = (text: string): Command =>
  onTable((state, place) => {
    const emptied = transactionOf(state, clearCells);
    const first = selectedCells(place)[0];
    if (emptied === null || first === undefined) return null;
    const caret = TextSelection.near(emptied.doc.resolve(place.start + first + 1));
    return emptied.setSelection(caret).insertText(text);
  });

/** Where the selected cells are in the table. */
function selectedCells({ map, rect }: TablePlace): number[] {
  return map.cellsInRect(rect);
}

/** Selects all cells of the rows or columns with the selection. */
export const selectLines = (axis: Axis): Command =>
  onTable((state, place) => selectLinesIn(state.tr, place.start, axis, selectedLines(place, axis)));

/** Selects the cell with the caret. */
export const selectCell: Command = onTable((state, { map, rect, start }) => {
  const cell = map.map[rect.top * map.width + rect.left];
  if (cell === undefined || state.selection instanceof CellSelection) return null;
  return state.tr.setSelection(CellSelection.create(state.doc, start + cell));
});
