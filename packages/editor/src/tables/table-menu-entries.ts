import type { Command, EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { type ColorName, colorNames } from '@indelible/document/schema';

import { words } from '../words/words.ts';
import { type Axis, hasHeadings, moveLines } from './move-lines.ts';
import { evenColumns, setColumnWidths } from './resize-columns.ts';
import {
  addLine,
  alignCells,
  clearCells,
  colorCells,
  deleteLines,
  mergeSelected,
  removeTable,
  splitSelected,
  toggleHeadings,
} from './table-commands.ts';
import { tablePlace } from './table-place.ts';

/** One thing to do in the table's menu. */
export interface MenuEntry {
  readonly label: string;
  readonly run: Command;
  /** Whether it holds; left out by what is only done. */
  readonly checked?: boolean;
  /** Drawn as a patch of this colour; null is none. */
  readonly color?: ColorName | null;
  /** The menu stays open, because people do it again. */
  readonly again?: boolean;
}

/** Entries that belong together. */
export interface MenuGroup {
  readonly label: string;
  /** Side by side instead of one below the other. */
  readonly inRow?: boolean;
  readonly entries: readonly MenuEntry[];
}

export type MenuKind = Axis | 'cells';

/** Pixels by which a column changes with each choice. */
const STEP = 24;

/** What the menu offers for the selected row, column or cells; only what can be done. */
export function menuGroups(kind: MenuKind, view: EditorView): MenuGroup[] {
  const { row, column, cells, table } = words().tables;
  const groups: MenuGroup[] = [
    ...(kind === 'column' ? [] : [{ label: row, entries: rowEntries() }]),
    ...(kind === 'row' ? [] : [{ label: column, entries: columnEntries(view) }]),
    { label: cells, entries: cellEntries() },
    alignGroup(view.state),
    colorGroup(view.state),
    { label: table, entries: tableEntries(kind, view.state) },
  ];
  return groups
    .map((group) => ({ ...group, entries: group.entries.filter(({ run }) => run(view.state)) }))
    .filter(({ entries }) => entries.length > 0);
}

function rowEntries(): MenuEntry[] {
  const { rowAbove, rowBelow, rowUp, rowDown, deleteRow } = words().tables;
  return [
    { label: rowAbove, run: addLine('row', 'before') },
    { label: rowBelow, run: addLine('row', 'after') },
    { label: rowUp, run: moveLines('row', -1), again: true },
    { label: rowDown, run: moveLines('row', 1), again: true },
    { label: deleteRow, run: deleteLines('row') },
  ];
}

function columnEntries(view: EditorView): MenuEntry[] {
  const say = words().tables;
  return [
    { label: say.columnBefore, run: addLine('column', 'before') },
    { label: say.columnAfter, run: addLine('column', 'after') },
    { label: say.columnToStart, run: moveLines('column', -1), again: true },
    { label: say.columnToEnd, run: moveLines('column', 1), again: true },
    { label: say.wider, run: setColumnWidths(shownWidth(view) + STEP), again: true },
    { label: say.narrower, run: setColumnWidths(shownWidth(view) - STEP), again: true },
    { label: say.deleteColumn, run: deleteLines('column') },
  ];
}

function cellEntries(): MenuEntry[] {
  const { merge, split, clear } = words().tables;
  return [
    { label: merge, run: mergeSelected },
    { label: split, run: splitSelected },
    { label: clear, run: clearCells },
  ];
}

function tableEntries(kind: MenuKind, state: EditorState): MenuEntry[] {
  const { headingRow, headingColumn, evenWidths, deleteTable } = words().tables;
  const place = tablePlace(state);
  const has = (axis: Axis): boolean => place !== null && hasHeadings(place, axis);
  return [
    ...(kind === 'column'
      ? []
      : [{ label: headingRow, run: toggleHeadings('row'), checked: has('row') }]),
    ...(kind === 'row'
      ? []
      : [
          { label: headingColumn, run: toggleHeadings('column'), checked: has('column') },
          { label: evenWidths, run: evenColumns },
        ]),
    { label: deleteTable, run: removeTable },
  ];
}

function alignGroup(state: EditorState): MenuGroup {
  const { alignment, align } = words().tables;
  const now = attributeAtSelection(state, 'align');
  const entries = (['left', 'center', 'right'] as const).map((side) => ({
    label: align[side],
    run: alignCells(now === side ? null : side),
    checked: now === side,
  }));
  return { label: alignment, inRow: true, entries };
}

function colorGroup(state: EditorState): MenuGroup {
  const { tables, colors } = words();
  const now = attributeAtSelection(state, 'background');
  const entries = [null, ...colorNames].map((name) => ({
    label: name === null ? tables.noColor : colors.names[name],
    run: colorCells(name),
    checked: now === name,
    color: name,
  }));
  return { label: tables.color, inRow: true, entries };
}

function attributeAtSelection(state: EditorState, name: string): unknown {
  const place = tablePlace(state);
  if (place === null) return null;
  const { map, rect, table } = place;
  return table.nodeAt(map.map[rect.top * map.width + rect.left] ?? 0)?.attrs[name] ?? null;
}

/** Pixels of the column with the selection as it is drawn. */
function shownWidth(view: EditorView): number {
  const place = tablePlace(view.state);
  if (place === null) return 0;
  const { map, rect, start } = place;
  const cell = map.map[rect.top * map.width + rect.left] ?? 0;
  const element = view.nodeDOM(start + cell);
  const { left, right } = map.findCell(cell);
  return element instanceof HTMLElement ? element.offsetWidth / (right - left) : 0;
}
