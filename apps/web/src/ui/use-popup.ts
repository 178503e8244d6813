import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ToggleEvent } from 'react';

/** Pixels between a button and what hangs on it. */
const GAP = 4;

/** Pixels between it and the edge of the window. */
const MARGIN = 8;

/**
 * Something that hangs on a button in the browser's top layer. The browser itself closes it on
 * Escape and on a press elsewhere, and gives the focus back to the button.
 *
 * @param onOpened is given what has opened, and takes the focus into it.
 */
export function usePopup(onOpened: (popup: HTMLElement) => void) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => popup.current?.hidePopover(), []);

  useEffect(() => {
    if (!open) return undefined;
    // It does not move with its button.
    addEventListener('scroll', close, { once: true, passive: true });
    addEventListener('resize', close, { once: true });
    return () => {
      removeEventListener('scroll', close);
      removeEventListener('resize', close);
    };
  }, [open, close]);

  return {
    open,
    close,
    trigger: { ref: trigger, popoverTarget: id, 'aria-expanded': open },
    popup: {
      ref: popup,
      id,
      popover: 'auto' as const,
      onBeforeToggle: ({ newState, target, currentTarget }: ToggleEvent<HTMLDivElement>) => {
        if (target !== currentTarget || newState !== 'open') return;
        setOpen(true);
        if (trigger.current) hang(currentTarget, trigger.current);
      },
      onToggle: ({ newState, target, currentTarget }: ToggleEvent<HTMLDivElement>) => {
        if (target !== currentTarget) return;
        if (newState === 'open') onOpened(currentTarget);
        // Not before: the focus goes back to the button only if it is still in here.
        else setOpen(false);
      },
    },
  };
}

/** Below the button and flush with its right edge; above it in the lower part of the window. */
function hang(popup: HTMLElement, trigger: HTMLElement): void {
  const at = trigger.getBoundingClientRect();
  const above = at.bottom > innerHeight * 0.65;
  const width = document.documentElement.clientWidth;
  Object.assign(popup.style, {
    inset: 'auto',
    // On a phone a wide one would not fit between its button and the other edge.
    right: `${width < 480 ? MARGIN : Math.max(MARGIN, width - at.right)}px`,
    top: above ? 'auto' : `${at.bottom + GAP}px`,
    bottom: above ? `${innerHeight - at.top + GAP}px` : 'auto',
  });
}
