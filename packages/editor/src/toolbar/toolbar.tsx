import type { Editor } from '@tiptap/core';
import { EllipsisVertical, Link, Redo2, Undo2 } from 'lucide-react';
import type { RefObject } from 'react';

import { listActions, markActions, type ToggleAction } from '../blocks/actions.ts';
import { insertions } from '../blocks/insertions.ts';
import { Toolbar } from '../controls/toolbar.tsx';
import type { Ask } from '../forms/ask.ts';
import { ColorButton } from '../marks/color-button.tsx';
import { blockShortcuts } from '../moving/block-keys.ts';
import type { OpenEditor } from '../page/use-document-editor.ts';
import { useEditorState, useHistory } from '../page/use-editor-state.ts';
import { useWords } from '../words/use-words.ts';
import { backToText } from './back-to-text.ts';
import { BlockMenu } from './block-menu.tsx';
import { ToolbarButton } from './toolbar-button.tsx';
import { useKeyboardInset } from './use-keyboard-inset.ts';
import { useWithoutHandle } from './use-touch.ts';

interface EditorToolbarProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly open: OpenEditor;
  readonly onAsk: Ask;
  /** Opens the menu of the block with the caret. */
  readonly onBlockMenu: () => void;
}

const toggles: readonly ToggleAction[] = [...markActions, ...listActions];

const inserted = insertions.filter(({ name }) =>
  ['table', 'image', 'horizontalRule'].includes(name),
);

const shownState = (editor: Editor): Record<string, boolean> =>
  Object.fromEntries(
    [...toggles.map(({ name }) => name), 'link', 'image'].map((name) => [
      name,
      editor.isActive(name),
    ]),
  );

/** The quiet row of what can be done to the text. */
export function EditorToolbar({ ref, open, onAsk, onBlockMenu }: EditorToolbarProps) {
  const { editor, history } = open;
  const { actions, moving } = useWords();
  const isWithoutHandle = useWithoutHandle();
  const on = useEditorState(editor, shownState);
  useKeyboardInset(ref);

  const toggle = (action: ToggleAction) => (
    <ToolbarButton
      key={action.name}
      {...action}
      label={action.label()}
      pressed={on[action.name] === true}
      onPress={() => action.toggle(editor)}
    />
  );
  return (
    <Toolbar
      ref={ref}
      className="ed-toolbar"
      aria-label={actions.toolbar}
      onKeyDown={backToText(editor)}
    >
      <div className="ed-toolbar-row">
        <HistoryButtons history={history} />
        <Separator />
        <BlockMenu editor={editor} />
        {isWithoutHandle && (
          <ToolbarButton
            label={moving.menu}
            shortcut={blockShortcuts.menu}
            icon={EllipsisVertical}
            opens="menu"
            onPress={onBlockMenu}
          />
        )}
        <Separator />
        {markActions.map(toggle)}
        <ColorButton editor={editor} />
        <ToolbarButton
          label={actions.link}
          shortcut="Mod-k"
          icon={Link}
          pressed={on['link'] === true}
          onPress={() => onAsk('link')}
        />
        <Separator />
        {listActions.map(toggle)}
        <Separator />
        {inserted.map(({ name, label, icon, run }) => (
          <ToolbarButton
            key={name}
            label={label()}
            icon={icon}
            pressed={on[name] === true}
            onPress={() => run(editor, onAsk)}
          />
        ))}
      </div>
    </Toolbar>
  );
}

function HistoryButtons({ history }: Pick<OpenEditor, 'history'>) {
  const can = useHistory(history);
  const { actions } = useWords();
  return (
    <>
      <ToolbarButton
        label={actions.undo}
        shortcut="Mod-z"
        icon={Undo2}
        disabled={!can.undo}
        onPress={() => history.undo()}
      />
      <ToolbarButton
        label={actions.redo}
        shortcut="Mod-Shift-z"
        icon={Redo2}
        disabled={!can.redo}
        onPress={() => history.redo()}
      />
    </>
  );
}

const Separator = () => <hr aria-orientation="vertical" className="ed-separator" />;
