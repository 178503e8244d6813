import { listActions, markActions } from '../blocks/actions.ts';
import { insertions } from '../blocks/insertions.ts';
import type { Shortcut } from '../toolbar/shortcut.ts';
import { words } from '../words/words.ts';

/** What keys in the text do, as the toolbar and the menus have it: its name and its keys. */
export function textShortcuts(): (readonly [name: string, shortcut: Shortcut])[] {
  const inserted = insertions.flatMap(({ label, shortcut }) =>
    shortcut === undefined ? [] : [{ label, shortcut }],
  );
  const all = [...markActions, ...listActions, ...inserted];
  return [
    ...all.map(({ label, shortcut }) => [label(), shortcut] as const),
    [words().links.actions, 'Alt-Enter'],
  ];
}
