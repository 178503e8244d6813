import type { Editor } from '@tiptap/core';
import { Check, ChevronDown } from 'lucide-react';

import { focusText } from '../controls/focus-text.ts';
import { focusFirstItem, MenuItem, MenuSurface } from '../controls/menu.tsx';
import { usePopup } from '../controls/use-popup.ts';
import { useEditorState } from '../page/use-editor-state.ts';
import { useWords } from '../words/use-words.ts';
import { type BlockType, blockTypes, currentBlockType } from './block-types.ts';
import { ariaShortcut, shortcutText } from './shortcut.ts';
import { keepFocus } from './toolbar-button.tsx';

const BELOW = { side: 'below', align: 'start', gap: 6 } as const;

const shownBlock = (editor: Editor) => ({ block: currentBlockType(editor) });

/** What the block with the caret is, and what else it could be. */
export function BlockMenu({ editor }: { readonly editor: Editor }) {
  const { block } = useEditorState(editor, shownBlock);
  const { actions } = useWords();
  const popup = usePopup({
    placing: BELOW,
    onOpened: focusFirstItem,
    onClosed: () => focusText(editor),
  });
  return (
    <>
      <button
        type="button"
        {...popup.trigger}
        className="ed-button ed-block-menu"
        aria-haspopup="menu"
        aria-label={actions.kindOfText(block.label())}
        onMouseDown={keepFocus}
      >
        {block.label()}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </button>
      <MenuSurface popup={popup} label={actions.kind} className="ed-menu">
        {blockTypes.map((type) => (
          <BlockItem key={type.name} type={type} editor={editor} isHere={type === block} />
        ))}
      </MenuSurface>
    </>
  );
}

interface BlockItemProps {
  readonly type: BlockType;
  readonly editor: Editor;
  readonly isHere: boolean;
}

function BlockItem({ type, editor, isHere }: BlockItemProps) {
  return (
    <MenuItem
      role="menuitemradio"
      aria-checked={isHere}
      className={`ed-menu-item ed-as-${type.name}`}
      aria-keyshortcuts={type.shortcut && ariaShortcut(type.shortcut)}
      onSelect={() => type.turnInto(editor)}
    >
      <span className="ed-menu-mark">{isHere && <Check size={15} aria-hidden />}</span>
      <span className="ed-menu-label">{type.label()}</span>
      {type.shortcut !== undefined && <kbd aria-hidden>{shortcutText(type.shortcut)}</kbd>}
    </MenuItem>
  );
}
