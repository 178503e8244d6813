import { createContext, use } from 'react';
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';

import { rowAfter } from './row-after.ts';
import { typeAhead } from './type-ahead.ts';
import type { usePopup } from './use-popup.ts';

const CloseMenu = createContext(() => {});

interface MenuSurfaceProps {
  readonly popup: ReturnType<typeof usePopup>;
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** What opens as a menu: arrow keys and letters move, Enter chooses, Escape goes back to the button. */
export function MenuSurface({ popup, label, className, children }: MenuSurfaceProps) {
  return (
    <div
      {...popup.popup}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      className={className}
      onKeyDown={(event) => {
        if (event.key === 'Tab') popup.close();
        moveFocus(event);
      }}
    >
      {popup.open && <CloseMenu value={popup.close}>{children}</CloseMenu>}
    </div>
  );
}

const itemsOf = (menu: Element): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]'),
];

/** Takes the focus to the choice that holds, or else to the first item. */
export function focusFirstItem(menu: HTMLElement): void {
  const items = itemsOf(menu);
  items[0]?.focus({ preventScroll: true });
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const from = items.findIndex((item) => item === document.activeElement);
  const next = itemAfter(event, items, from);
  if (next === null) return;
  items.at(next)?.focus();
  event.preventDefault();
  // The list behind the menu has arrow keys of its own.
  event.stopPropagation();
}

/** After the last comes the first again. */
function itemAfter(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  items: readonly HTMLElement[],
  from: number,
): number | null {
  if (key === 'ArrowDown' && from === items.length - 1) return 0;
  const next = rowAfter(key, from, items.length);
  if (next !== null || ctrlKey || altKey || metaKey || key === ' ') return next;
  const names = items.map((item) => item.textContent.trim());
  return typeAhead(key, names, from);
}

interface MenuItemProps extends Omit<ComponentProps<'button'>, 'onSelect'> {
  readonly onSelect: () => void;
}

/** One thing to do. */
export function MenuItem({ onSelect, ...button }: MenuItemProps) {
  const close = use(CloseMenu);
  return (
    <button
      role="menuitem"
      {...button}
      type="button"
      tabIndex={-1}
      onClick={() => {
        close();
        onSelect();
      }}
    />
  );
}

interface MenuRadioProps extends ComponentProps<'button'> {
  readonly checked: boolean;
}

/** One of several, of which one holds; choosing it leaves the menu open. */
export function MenuRadio({ checked, ...button }: MenuRadioProps) {
  return (
    <button {...button} type="button" role="menuitemradio" aria-checked={checked} tabIndex={-1} />
  );
}
