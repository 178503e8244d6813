import { type RefObject, useEffect } from 'react';

/**
 * Tells an element at the bottom of the screen, as `--ed-keyboard`, how many pixels of the page a touch keyboard
 * covers: some phones lay it over the page instead of making the page shorter.
 */
export function useKeyboardInset(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (viewport === null) return undefined;
    const measure = () => {
      const covered = window.innerHeight - viewport.height - viewport.offsetTop;
      // When the page is zoomed the visible part is smaller for another reason.
      const inset = viewport.scale === 1 ? Math.max(0, Math.round(covered)) : 0;
      element.current?.style.setProperty('--ed-keyboard', `${inset}px`);
    };
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
    };
  }, [element]);
}
