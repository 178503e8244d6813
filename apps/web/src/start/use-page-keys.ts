import { useEffect } from 'react';

/** Keys that work anywhere on a page while nobody is typing; each returns whether it took the key. */
export type PageKeys = Readonly<Record<string, () => boolean | void>>;

/**
 * Listens for single keys (`n`) and for Ctrl or ⌘ with a key (`mod+z`). Not in fields, not in open
 * menus, and not when something closer has already used the key.
 */
export function usePageKeys(keys: PageKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.repeat || isTyping(event.target)) return;
      const name = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.toLowerCase()}`;
      const act = Object.hasOwn(keys, name) ? keys[name] : undefined;
      if (act && act() !== false) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [keys]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]') !==
    null;
