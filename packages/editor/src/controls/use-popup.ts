import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ToggleEvent } from 'react';

import type { Placing } from './place.ts';
import { onWindowMoves, putBeside } from './put-beside.ts';

interface PopupOptions {
  /** Is given what has opened, and takes the focus into it. */
  readonly onOpened: (popup: HTMLElement) => void;
  /** Called when it has closed, after the browser has given the focus back to the button. */
  readonly onClosed?: () => void;
  /** Must stay the same object. */
  readonly placing?: Placing;
}

const BELOW_END: Placing = { side: 'below', align: 'end' };

/**
 * Something that hangs on a button in the browser's top layer. The browser itself closes it on Escape and on a press
 * elsewhere, and gives the focus back to the button.
 */
export function usePopup({ onOpened, onClosed, placing = BELOW_END }: PopupOptions) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => popup.current?.hidePopover(), []);

  const lay = useCallback(() => {
    const anchor = trigger.current?.getBoundingClientRect();
    if (anchor !== undefined && popup.current !== null) putBeside(popup.current, anchor, placing);
  }, [placing]);

  useEffect(() => (open ? onWindowMoves(lay) : undefined), [open, lay]);

  return {
    open,
    close,
    trigger: { ref: trigger, popoverTarget: id, 'aria-expanded': open },
    popup: {
      // Whatever element it is.
      ref: (element: HTMLElement | null) => {
        popup.current = element;
      },
      id,
      popover: 'auto' as const,
      onBeforeToggle: ({ newState, target, currentTarget }: ToggleEvent<HTMLElement>) => {
        if (target !== currentTarget || newState !== 'open') return;
        // What it shows has no size yet; until it has a place it is not seen.
        currentTarget.style.visibility = 'hidden';
        setOpen(true);
      },
      onToggle: ({ newState, target, currentTarget }: ToggleEvent<HTMLElement>) => {
        if (target !== currentTarget) return;
        if (newState === 'open') {
          lay();
          currentTarget.style.visibility = '';
          onOpened(currentTarget);
          return;
        }
        // Not before: the focus goes back to the button only if it is still in here.
        setOpen(false);
        onClosed?.();
      },
    },
  };
}
