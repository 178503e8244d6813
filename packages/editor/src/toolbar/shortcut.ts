/** A keyboard shortcut as TipTap writes it, for example `Mod-Shift-7`. */
export type Shortcut = string;

interface Keys {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
}

/** Whether this machine's keyboard has ⌘. */
export const isApple =
  typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad|od)/.test(navigator.platform);

const ARROWS = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const APPLE_SIGNS: Readonly<Record<string, string>> = {
  ...ARROWS,
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
};
const OTHER_NAMES: Readonly<Record<string, string>> = { ...ARROWS, Mod: 'Ctrl' };

/** A shortcut in the words of this machine's keyboard. */
export function shortcutText(shortcut: Shortcut): string {
  const keys = shortcut.split('-').map((key) => (key.length === 1 ? key.toUpperCase() : key));
  if (isApple) return keys.map((key) => APPLE_SIGNS[key] ?? key).join('');
  return keys.map((key) => OTHER_NAMES[key] ?? key).join('+');
}

/** A shortcut as `aria-keyshortcuts` wants it. */
export function ariaShortcut(shortcut: Shortcut): string {
  const mod = isApple ? 'Meta' : 'Control';
  return shortcut
    .split('-')
    .map((key) => (key === 'Mod' ? mod : key))
    .join('+');
}

/** What a key means to the history, if anything. */
export function historyKey(keys: Keys): 'undo' | 'redo' | null {
  const mod = isApple ? keys.metaKey : keys.ctrlKey;
  if (!mod || keys.altKey) return null;
  const key = keys.key.toLowerCase();
  if (key === 'z') return keys.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !keys.shiftKey ? 'redo' : null;
}
