import type { Editor } from '@tiptap/core';
import { GripVertical, Plus } from 'lucide-react';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';

import { focusText } from '../controls/focus-text.ts';
import { focusFirstItem, MenuSurface } from '../controls/menu.tsx';
import { usePopup } from '../controls/use-popup.ts';
import { Hint } from '../toolbar/hint.tsx';
import { keepFocus } from '../toolbar/toolbar-button.tsx';
import { useWords } from '../words/use-words.ts';
import { BlockActions } from './block-actions.tsx';
import { selectBlock } from './block-commands.ts';
import { blockShortcuts } from './block-keys.ts';
import { blockAt } from './block-range.ts';
import { DropLineView } from './drop-line.tsx';
import { offerBlocks } from './offer-blocks.ts';
import { useBlockDrag } from './use-block-drag.ts';
import { useEmptyLine } from './use-empty-line.ts';
import { useHoveredBlock } from './use-hovered-block.ts';

const BELOW = { side: 'below', align: 'start', gap: 4 } as const;

/** What keys outside of the handle do with it. */
export interface HandleKeys {
  readonly openMenu: () => void;
}

interface BlockHandleProps {
  readonly ref: RefObject<HandleKeys | null>;
  readonly editor: Editor;
  readonly page: RefObject<HTMLElement | null>;
}

/** What takes hold of a block, to the left of it: press for its menu, drag to move it, and a plus for a new one. */
export function BlockHandle({ ref, editor, page }: BlockHandleProps) {
  const popup = usePopup({
    placing: BELOW,
    onOpened: focusFirstItem,
    onClosed: () => focusText(editor),
  });
  const wantsMenu = useRef(false);
  const { drag, line, begin } = useBlockDrag(editor, page);
  const { place, goToCaret } = useHoveredBlock(editor, page, popup.open || drag);
  const emptyLine = useEmptyLine(editor, page);
  const shown = place ?? emptyLine;
  useImperativeHandle(ref, () => ({
    openMenu: () => {
      wantsMenu.current = true;
      goToCaret();
    },
  }));
  const { trigger } = popup;
  useEffect(() => {
    if (!wantsMenu.current || place === null) return;
    wantsMenu.current = false;
    trigger.ref.current?.click();
  }, [place, trigger.ref]);

  const take = (): void => {
    const block = place === null ? null : blockAt(editor.state.doc, place.position);
    if (block !== null) selectBlock(editor, block);
  };
  const { moving: label } = useWords();
  return (
    <>
      <div
        className="ed-handle"
        data-shown={shown !== null || undefined}
        // On the line where somebody writes there is nothing yet to take hold of.
        data-only-plus={place === null || undefined}
        style={shown === null ? {} : { top: shown.top, left: shown.left }}
      >
        <Hint label={label.add}>
          <button
            type="button"
            tabIndex={-1}
            className="ed-button ed-handle-button"
            aria-label={label.add}
            onMouseDown={keepFocus}
            onClick={() => shown !== null && offerBlocks(editor, shown.position)}
          >
            <Plus size={17} strokeWidth={1.75} aria-hidden />
          </button>
        </Hint>
        <Hint label={label.handle} shortcut={blockShortcuts.menu}>
          <button
            type="button"
            {...trigger}
            tabIndex={-1}
            draggable
            className="ed-button ed-handle-button ed-grip"
            aria-haspopup="menu"
            aria-label={label.handle}
            onClick={take}
            onDragStart={({ nativeEvent }) => {
              take();
              begin(nativeEvent);
            }}
          >
            <GripVertical size={16} strokeWidth={1.75} aria-hidden />
          </button>
        </Hint>
      </div>
      <MenuSurface popup={popup} label={label.menu} className="ed-menu ed-block-actions">
        <BlockActions editor={editor} />
      </MenuSurface>
      <DropLineView line={line} />
    </>
  );
}
