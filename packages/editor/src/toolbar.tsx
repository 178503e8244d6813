import type { Editor } from '@tiptap/core';
import { Image, Link, Minus, Redo2, Table, Undo2 } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import type { KeyboardEvent, RefObject } from 'react';

import { insertTable, listActions, markActions, type ToggleAction } from './actions.ts';
import { BlockMenu } from './block-menu.tsx';
import { ToolbarButton } from './toolbar-button.tsx';
import type { OpenEditor } from './use-document-editor.ts';
import { useEditorState, useHistory } from './use-editor-state.ts';
import { useKeyboardInset } from './use-keyboard-inset.ts';

interface EditorToolbarProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly open: OpenEditor;
  readonly onAskLink: () => void;
  readonly onAskImage: () => void;
}

const toggles: readonly ToggleAction[] = [...markActions, ...listActions];

const shownState = (editor: Editor): Record<string, boolean> =>
  Object.fromEntries(
    [...toggles.map(({ name }) => name), 'link', 'image'].map((name) => [
      name,
      editor.isActive(name),
    ]),
  );

/** The quiet row of what can be done to the text. */
export function EditorToolbar({ ref, open, onAskLink, onAskImage }: EditorToolbarProps) {
  const { editor, history } = open;
  const on = useEditorState(editor, shownState);
  useKeyboardInset(ref);

  const toggle = (action: ToggleAction) => (
    <ToolbarButton
      key={action.name}
      {...action}
      pressed={on[action.name] === true}
      onPress={() => action.toggle(editor)}
    />
  );
  // Not stopped by a hint that the same key closes.
  const backToText = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    editor.commands.focus();
  };

  return (
    <Toolbar.Root ref={ref} className="ed-toolbar" aria-label="Formatting" onKeyDown={backToText}>
      <div className="ed-toolbar-row">
        <HistoryButtons history={history} />
        <Toolbar.Separator className="ed-separator" />
        <BlockMenu editor={editor} />
        <Toolbar.Separator className="ed-separator" />
        {markActions.map(toggle)}
        <ToolbarButton
          label="Link"
          shortcut="Mod-k"
          icon={Link}
          pressed={on['link'] === true}
          onPress={onAskLink}
        />
        <Toolbar.Separator className="ed-separator" />
        {listActions.map(toggle)}
        <Toolbar.Separator className="ed-separator" />
        <ToolbarButton label="Table" icon={Table} onPress={() => insertTable(editor)} />
        <ToolbarButton
          label="Image"
          icon={Image}
          pressed={on['image'] === true}
          onPress={onAskImage}
        />
        <ToolbarButton
          label="Divider"
          icon={Minus}
          onPress={() => editor.chain().focus().setHorizontalRule().run()}
        />
      </div>
    </Toolbar.Root>
  );
}

function HistoryButtons({ history }: Pick<OpenEditor, 'history'>) {
  const can = useHistory(history);
  return (
    <>
      <ToolbarButton
        label="Undo"
        shortcut="Mod-z"
        icon={Undo2}
        disabled={!can.undo}
        onPress={() => history.undo()}
      />
      <ToolbarButton
        label="Redo"
        shortcut="Mod-Shift-z"
        icon={Redo2}
        disabled={!can.redo}
        onPress={() => history.redo()}
      />
    </>
  );
}
