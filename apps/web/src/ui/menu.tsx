import clsx from 'clsx';
import { Check } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

import {
  focusFirstItem,
  MenuItem as PlainItem,
  MenuRadio,
  MenuSurface,
  usePopup,
} from '@indelible/editor/controls';

import { IconButton } from './button.tsx';

interface MenuProps extends Omit<ComponentProps<typeof IconButton>, 'children'> {
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** A button with a menu on it: arrow keys move, Enter chooses, Escape goes back to the button. */
export function Menu({ icon, children, label, ...button }: MenuProps) {
  const popup = usePopup({ onOpened: focusFirstItem });
  return (
    <>
      <IconButton
        label={label}
        aria-haspopup="menu"
        {...button}
        {...popup.trigger}
        data-open={popup.open || undefined}
      >
        {icon}
      </IconButton>
      <MenuSurface
        popup={popup}
        label={label}
        className="floating max-h-[calc(100dvh-1rem)] min-w-44 overflow-y-auto overscroll-contain p-1 text-[0.9375rem] outline-none"
      >
        {children}
      </MenuSurface>
    </>
  );
}

const ITEM =
  'touch-target flex w-full items-center gap-2.5 rounded-[5px] px-2.5 py-1 text-start outline-none hover:bg-accent-soft focus:bg-accent-soft';

interface ItemProps {
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** One thing to do. */
export function MenuItem({ icon, keys, danger = false, onSelect, children }: ItemProps) {
  return (
    <PlainItem className={clsx(ITEM, danger && 'text-danger')} onSelect={onSelect}>
      <span className={clsx('grid w-4', !danger && 'text-muted')}>{icon}</span>
      <span className="grow">{children}</span>
      {keys && (
        <kbd className="ps-4 font-ui text-[0.8125rem] text-muted pointer-coarse:hidden">{keys}</kbd>
      )}
    </PlainItem>
  );
}

interface SwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is so or not; the menu stays open, so that the change is seen. */
export function MenuSwitch({ on, onChange, children }: SwitchProps) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={on}
      tabIndex={-1}
      className={ITEM}
      onClick={() => onChange(!on)}
    >
      <span className="grid w-4 text-accent">{on && <Check size={16} aria-hidden />}</span>
      <span className="grow">{children}</span>
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
        <MenuRadio
          key={option}
          checked={option === value}
          className={ITEM}
          onClick={() => onChoose(option)}
        >
          <span className="grid w-4 text-accent">
            {option === value && <Check size={16} aria-hidden />}
          </span>
          {text}
        </MenuRadio>
      ))}
    </fieldset>
  );
}
