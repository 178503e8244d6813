import clsx from 'clsx';
import { Check } from 'lucide-react';
import { createContext, use } from 'react';
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';

import { IconButton } from './button.tsx';
import { rowAfter } from './row-after.ts';
import { usePopup } from './use-popup.ts';

const CloseMenu = createContext(() => {});

interface MenuProps extends Omit<ComponentProps<typeof IconButton>, 'children'> {
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** A button with a menu on it: arrow keys move, Enter chooses, Escape goes back to the button. */
export function Menu({ icon, children, label, ...button }: MenuProps) {
  const { open, close, trigger, popup } = usePopup(focusFirst);
  return (
    <>
      <IconButton
        label={label}
        aria-haspopup="menu"
        {...button}
        {...trigger}
        data-open={open || undefined}
      >
        {icon}
      </IconButton>
      <div
        {...popup}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className="floating min-w-44 p-1 text-[0.9375rem] outline-none"
        onKeyDown={(event) => {
          if (event.key === 'Tab') close();
          moveFocus(event);
        }}
      >
        {open && <CloseMenu value={close}>{children}</CloseMenu>}
      </div>
    </>
  );
}

const itemsOf = (menu: Element): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]'),
];

const focusFirst = (menu: HTMLElement): void => itemsOf(menu)[0]?.focus({ preventScroll: true });

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const items = itemsOf(event.currentTarget);
  const from = items.findIndex((item) => item === document.activeElement);
  const next = rowAfter(event.key, from, items.length);
  if (next === null) return;
  items.at(next)?.focus({ preventScroll: true });
  event.preventDefault();
  // The list behind the menu has arrow keys of its own.
  event.stopPropagation();
}

const ITEM =
  'touch-target flex w-full items-center gap-2.5 rounded-[5px] px-2.5 py-1 text-left outline-none hover:bg-accent-soft focus:bg-accent-soft';

interface ItemProps {
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** One thing to do. */
export function MenuItem({ icon, keys, danger = false, onSelect, children }: ItemProps) {
  const close = use(CloseMenu);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={clsx(ITEM, danger && 'text-danger')}
      onClick={() => {
        close();
        onSelect();
      }}
    >
      <span className={clsx('grid w-4', !danger && 'text-muted')}>{icon}</span>
      <span className="grow">{children}</span>
      {keys && (
        <kbd className="pl-4 font-ui text-[0.8125rem] text-muted pointer-coarse:hidden">{keys}</kbd>
      )}
    </button>
  );
}

/** A line between groups. */
export const MenuLine = () => <hr className="my-1 border-border" />;

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

/** One of several. */
export function MenuChoice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset aria-label={label}>
      <div aria-hidden className="px-2.5 pt-1.5 pb-0.5 text-[0.8125rem] text-muted">
        {label}
      </div>
      {options.map(([option, text]) => (
        <button
          key={option}
          type="button"
          role="menuitemradio"
          aria-checked={option === value}
          tabIndex={-1}
          className={ITEM}
          onClick={() => onChoose(option)}
        >
          <span className="grid w-4 text-accent">
            {option === value && <Check size={16} aria-hidden />}
          </span>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
