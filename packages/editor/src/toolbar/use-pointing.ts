import { useEffect, useState } from 'react';

/** Whether somebody has pressed in an element and not let go yet: they are still selecting, or drag something. */
export function usePointing(element: HTMLElement): boolean {
  const [isPointing, setPointing] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    element.addEventListener('pointerdown', () => setPointing(true), { signal });
    for (const type of ['pointerup', 'pointercancel', 'dragend', 'drop', 'blur'] as const) {
      // Wherever it ends, and whoever else has heard of it.
      addEventListener(type, () => setPointing(false), { signal, capture: true });
    }
    return () => ended.abort();
  }, [element]);
  return isPointing;
}
