import { useState } from 'react';
import type { FocusEvent, KeyboardEvent, PointerEvent } from 'react';

/**
 * Something that shows more of itself when it is pointed at, reached by keyboard or tapped, and
 * stops on Escape or when it is left.
 */
export function useDisclosure() {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const [pinned, setPinned] = useState(false);
  const close = (): void => {
    setHovered(false);
    setFocused(false);
    setPinned(false);
  };
  return {
    open: hovered || focused || pinned,
    around: {
      onPointerEnter: ({ pointerType }: PointerEvent) => setHovered(pointerType === 'mouse'),
      onPointerLeave: () => setHovered(false),
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key === 'Escape') close();
      },
      onBlur: close,
    },
    trigger: {
      onClick: () => setPinned((before) => !before),
      onFocus: ({ currentTarget }: FocusEvent) =>
        setFocused(currentTarget.matches(':focus-visible')),
    },
  };
}
