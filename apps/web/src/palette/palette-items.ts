import { rank } from '@indelible/editor/controls';

import type { Excerpt } from '../start/search-rows.ts';

/** Something the palette goes to or does. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** Other words for it. */
  readonly aliases?: string;
  /** Its keys, as this machine's keyboard has them. */
  readonly keys?: string | undefined;
  /** The place in a document's text because of which it is shown. */
  readonly excerpt?: Excerpt;
  readonly run: () => void;
}

/** Items under a heading. */
export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteItem[];
  /** How many are shown at most before something is typed, and afterwards. */
  readonly most: readonly [number, number];
}

/** What is shown for what has been typed: groups without anything that fits are left out. */
export function fittingGroups(groups: readonly PaletteGroup[], typed: string): PaletteGroup[] {
  return groups.flatMap((group) => {
    const [before, after] = group.most;
    const sought = typed.trim();
    const items = rank(group.items, sought, ({ label, aliases = '' }) => [
      label,
      ...aliases.split(' '),
    ]);
    const shown = items.slice(0, sought === '' ? before : after);
    return shown.length === 0 ? [] : [{ ...group, items: shown }];
  });
}

/** What was found otherwise than by its name, without what is shown already. */
export function withFound(shown: readonly PaletteGroup[], found: PaletteGroup): PaletteGroup[] {
  const known = new Set(shown.flatMap(({ items }) => items.map(({ id }) => id)));
  const items = found.items.filter(({ id }) => !known.has(id)).slice(0, found.most[1]);
  return items.length === 0 ? [...shown] : [...shown, { ...found, items }];
}
