import type { Editor } from '@tiptap/core';
import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu, Toolbar } from 'radix-ui';

import { useEditorState } from '../page/use-editor-state.ts';
import { type BlockType, blockTypes, currentBlockType } from './block-types.ts';
import { ariaShortcut, shortcutText } from './shortcut.ts';

const shownBlock = (editor: Editor) => ({ block: currentBlockType(editor) });

/** What the block with the caret is, and what else it could be. */
export function BlockMenu({ editor }: { readonly editor: Editor }) {
  const { block } = useEditorState(editor, shownBlock);
  return (
    <DropdownMenu.Root modal={false}>
      <Toolbar.Button asChild>
        <DropdownMenu.Trigger
          className="ed-button ed-block-menu"
          aria-label={`Kind of text: ${block.label}`}
        >
          {block.label}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </DropdownMenu.Trigger>
      </Toolbar.Button>
      {/* Inside the page's landmark, which screen readers' users move by. */}
      <DropdownMenu.Portal container={editor.view.dom.closest<HTMLElement>('.ed')}>
        <DropdownMenu.Content
          className="ed-menu"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            editor.view.focus();
          }}
        >
          <DropdownMenu.RadioGroup value={block.name}>
            {blockTypes.map((type) => (
              <BlockItem key={type.name} type={type} editor={editor} />
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function BlockItem({ type, editor }: { readonly type: BlockType; readonly editor: Editor }) {
  return (
    <DropdownMenu.RadioItem
      className={`ed-menu-item ed-as-${type.name}`}
      value={type.name}
      aria-keyshortcuts={ariaShortcut(type.shortcut)}
      onSelect={() => type.turnInto(editor)}
    >
      <DropdownMenu.ItemIndicator className="ed-menu-mark">
        <Check size={15} aria-hidden />
      </DropdownMenu.ItemIndicator>
      <span className="ed-menu-label">{type.label}</span>
      <kbd aria-hidden>{shortcutText(type.shortcut)}</kbd>
    </DropdownMenu.RadioItem>
  );
}
