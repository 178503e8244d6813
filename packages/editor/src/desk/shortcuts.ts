import { listActions, markActions } from '../blocks/actions.ts';
import { blockShortcuts } from '../moving/block-keys.ts';
import { blockTypes } from '../toolbar/block-types.ts';
import type { Shortcut } from '../toolbar/shortcut.ts';
import { words } from '../words/words.ts';

type NamedKey = readonly [name: string, shortcut: Shortcut];

/** Keys that belong together: each with what it does. */
export interface ShortcutGroup {
  readonly label: string;
  readonly keys: readonly NamedKey[];
}

/** What keys in the text do, in the words of the toolbar and the menus. */
export function textShortcuts(): readonly ShortcutGroup[] {
  const { shortcuts } = words();
  return [
    { label: shortcuts.inText, keys: inText() },
    { label: shortcuts.blocks, keys: ofBlocks() },
    { label: shortcuts.inTable, keys: inTable() },
  ];
}

function inText(): readonly NamedKey[] {
  const { actions, colors, shortcuts } = words();
  return [
    [actions.undo, 'Mod-z'],
    [actions.redo, 'Mod-Shift-z'],
    [shortcuts.link, 'Mod-k'],
    ...markActions.map(({ label, shortcut }) => [label(), shortcut] as const),
    [colors.highlight, 'Mod-Shift-h'],
    [shortcuts.lineBreak, 'Shift-Enter'],
    [shortcuts.pastePlain, 'Mod-Shift-v'],
    [shortcuts.toolbar, 'Alt-F10'],
  ];
}

function ofBlocks(): readonly NamedKey[] {
  const { moving, shortcuts } = words();
  const types = blockTypes.flatMap(({ label, shortcut }) =>
    shortcut === undefined ? [] : [[label(), shortcut] as const],
  );
  return [
    [moving.menu, blockShortcuts.menu],
    [shortcuts.choices, 'Alt-Enter'],
    [moving.moveUp, blockShortcuts.moveUp],
    [moving.moveDown, blockShortcuts.moveDown],
    [moving.duplicate, blockShortcuts.duplicate],
    ...types,
    ...listActions.map(({ label, shortcut }) => [label(), shortcut] as const),
    [shortcuts.further, 'Tab'],
    [shortcuts.back, 'Shift-Tab'],
    [shortcuts.leave, 'Mod-Enter'],
  ];
}

function inTable(): readonly NamedKey[] {
  const { shortcuts, tables } = words();
  return [
    [tables.cellHandle, 'Alt-F9'],
    [shortcuts.nextCell, 'Tab'],
    [shortcuts.previousCell, 'Shift-Tab'],
    [tables.rowUp, 'Alt-Shift-ArrowUp'],
    [tables.rowDown, 'Alt-Shift-ArrowDown'],
    [tables.columnToStart, 'Alt-Shift-ArrowLeft'],
    [tables.columnToEnd, 'Alt-Shift-ArrowRight'],
    [shortcuts.selectCell, 'Escape'],
    [shortcuts.leaveBelow, 'Mod-Enter'],
    [shortcuts.leaveAbove, 'Mod-Shift-Enter'],
  ];
}
