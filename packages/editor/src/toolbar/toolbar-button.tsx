import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';

import { Hint } from './hint.tsx';
import { ariaShortcut, type Shortcut } from './shortcut.ts';

interface ToolbarButtonProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut?: Shortcut;
  /** Whether what it does is on at the caret; left out by buttons that only do. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** What opens when it is pressed, if something does. */
  readonly opens?: 'menu';
  readonly onPress: () => void;
}

/** One icon in the toolbar or the table's row of actions. */
export function ToolbarButton(props: ToolbarButtonProps) {
  const { label, icon: Icon, shortcut, pressed, disabled = false, opens, onPress } = props;
  return (
    <Hint label={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <button
        type="button"
        className={clsx('ed-button', pressed === true && 'is-on')}
        aria-label={label}
        aria-pressed={pressed}
        aria-haspopup={opens}
        // Not `disabled`, which would throw the keyboard's focus out of the toolbar.
        aria-disabled={disabled || undefined}
        aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
        onMouseDown={keepFocus}
        onClick={disabled ? undefined : onPress}
      >
        <Icon size={17} strokeWidth={1.75} aria-hidden />
      </button>
    </Hint>
  );
}

/** The caret stays in the text while the mouse uses the toolbar. */
export function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
