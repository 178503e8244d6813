import type { Editor } from '@tiptap/core';
import { type RefObject, useLayoutEffect, useState } from 'react';

import { useEditorState } from '../page/use-editor-state.ts';
import { blockAt } from './block-range.ts';
import { emptyLineAt } from './empty-line.ts';
import { type HandlePlace, placeBeside } from './use-hovered-block.ts';

const shownLine = (editor: Editor) => ({
  position: editor.isFocused && editor.isEditable ? emptyLineAt(editor.state) : null,
});

/** The place beside the empty line that the caret is in; null while it is in none. */
export function useEmptyLine(
  editor: Editor,
  page: RefObject<HTMLElement | null>,
): HandlePlace | null {
  const { position } = useEditorState(editor, shownLine);
  const [place, setPlace] = useState<HandlePlace | null>(null);
  useLayoutEffect(() => {
    const frame = page.current;
    if (position === null || frame === null) return undefined;
    const measure = () => {
      if (editor.isDestroyed) return;
      const block = blockAt(editor.state.doc, position);
      setPlace((last) => (block === null ? null : placeBeside(editor, frame, block, last)));
    };
    measure();
    // Lines above it wrap anew, and pictures load.
    const observer = new ResizeObserver(measure);
    observer.observe(editor.view.dom);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [editor, page, position]);
  return position === null ? null : place;
}
