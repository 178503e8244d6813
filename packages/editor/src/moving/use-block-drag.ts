import type { Editor } from '@tiptap/core';
import { type RefObject, useRef, useState } from 'react';

import { beginDrag, type Drag, type DropLine } from './drag.ts';

/** Lets blocks be dragged over the page. */
export function useBlockDrag(editor: Editor, page: RefObject<HTMLElement | null>) {
  const [line, setLine] = useState<DropLine | null>(null);
  const [isDragging, setDragging] = useState(false);
  const ended = useRef<AbortController | null>(null);
  const end = (): void => {
    ended.current?.abort();
    setLine(null);
    setDragging(false);
  };
  const begin = (event: DragEvent): void => {
    const drag = beginDrag(editor, event);
    if (drag === null) return;
    ended.current?.abort();
    ended.current = new AbortController();
    setDragging(true);
    const around = page.current?.closest('.ed') ?? page.current;
    if (around) listen(around, drag, ended.current.signal, setLine);
    addEventListener('dragend', end, { signal: ended.current.signal, capture: true });
    addEventListener('drop', end, { signal: ended.current.signal });
  };
  return { drag: isDragging, line, begin };
}

function listen(
  around: Element,
  drag: Drag,
  signal: AbortSignal,
  setLine: (line: DropLine | null) => void,
): void {
  const options = { signal, capture: true };
  const over = (event: Event): void => {
    if (!(event instanceof DragEvent)) return;
    // Before the text hears of it, which would drop it letter by letter.
    event.preventDefault();
    event.stopPropagation();
    const line = drag.over(event);
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = line ? 'move' : 'none';
    setLine(line);
  };
  around.addEventListener('dragover', over, options);
  around.addEventListener('dragenter', over, options);
  around.addEventListener(
    'drop',
    (event) => {
      if (!(event instanceof DragEvent)) return;
      event.preventDefault();
      event.stopPropagation();
      drag.drop(event);
    },
    options,
  );
}
