import { type Editor, posToDOMRect } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { Link } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

import { markActions } from '../blocks/actions.ts';
import { barHeight, keepLaid, putBeside } from '../controls/put-beside.ts';
import { Toolbar } from '../controls/toolbar.tsx';
import type { Ask } from '../forms/ask.ts';
import { ColorButton } from '../marks/color-button.tsx';
import { useEditorState } from '../page/use-editor-state.ts';
import { useWords } from '../words/use-words.ts';
import { backToText } from './back-to-text.ts';
import { BlockMenu } from './block-menu.tsx';
import { ToolbarButton } from './toolbar-button.tsx';
import { usePointing } from './use-pointing.ts';

interface BubbleProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly editor: Editor;
  /** Somebody asked for it by keyboard, whatever is selected. */
  readonly isCalled: boolean;
  readonly onLeft: () => void;
  readonly onAsk: Ask;
}

const shownState = (editor: Editor) => ({
  isText: hasWords(editor),
  isFocused: editor.isFocused,
});

const shownSelection = ({ state: { selection } }: Editor) => ({
  from: selection.from,
  to: selection.to,
});

/** What can be done to the selected words, beside them: never over them, and not while they are being selected. */
export function Bubble({ ref, editor, isCalled, onLeft, onAsk }: BubbleProps) {
  const { isText, isFocused } = useEditorState(editor, shownState);
  const [isInside, setInside] = useState(false);
  const isPointing = usePointing(editor.view.dom);
  const isShown = isCalled || isInside || (isText && isFocused && !isPointing);
  return isShown ? (
    <OpenBubble
      ref={ref}
      editor={editor}
      takesFocus={isCalled}
      onInside={setInside}
      onLeft={() => {
        setInside(false);
        onLeft();
      }}
      onAsk={onAsk}
    />
  ) : null;
}

interface OpenBubbleProps extends Omit<BubbleProps, 'isCalled'> {
  readonly takesFocus: boolean;
  readonly onInside: (isInside: boolean) => void;
}

function OpenBubble(props: OpenBubbleProps) {
  const { ref, editor, takesFocus, onInside, onLeft, onAsk } = props;
  const { from, to } = useEditorState(editor, shownSelection);
  useBesideSelection(ref, editor, from, to);
  const { actions } = useWords();
  useEffect(() => {
    if (takesFocus) ref.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [ref, takesFocus]);
  return (
    <Toolbar
      ref={ref}
      popover="manual"
      className="ed-bubble"
      aria-label={actions.toolbar}
      onFocus={() => onInside(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onLeft();
      }}
      onKeyDown={backToText(editor)}
    >
      <BlockMenu editor={editor} />
      <hr aria-orientation="vertical" className="ed-separator" />
      <Marks editor={editor} onAsk={onAsk} />
    </Toolbar>
  );
}

const shownMarks = (editor: Editor): Record<string, boolean> =>
  Object.fromEntries(
    ['link', ...markActions.map(({ name }) => name)].map((name) => [name, editor.isActive(name)]),
  );

function Marks({ editor, onAsk }: { readonly editor: Editor; readonly onAsk: Ask }) {
  const on = useEditorState(editor, shownMarks);
  const { actions } = useWords();
  return (
    <>
      {markActions.map((action) => (
        <ToolbarButton
          key={action.name}
          {...action}
          label={action.label()}
          pressed={on[action.name] === true}
          onPress={() => action.toggle(editor)}
        />
      ))}
      <ColorButton editor={editor} />
      <ToolbarButton
        label={actions.link}
        shortcut="Mod-k"
        icon={Link}
        pressed={on['link'] === true}
        onPress={() => onAsk('link')}
      />
    </>
  );
}

/** Words that can be formatted; not a picture, nor code. */
function hasWords({ state }: Editor): boolean {
  const { selection, doc } = state;
  if (selection.empty || selection instanceof NodeSelection || !selection.$from) return false;
  if (selection.$from.parent.type.spec.code === true) return false;
  return doc.textBetween(selection.from, selection.to, '\n').trim() !== '';
}

function useBesideSelection(
  ref: RefObject<HTMLElement | null>,
  editor: Editor,
  from: number,
  to: number,
): void {
  useLayoutEffect(() => {
    const bubble = ref.current;
    if (bubble === null) return undefined;
    const lay = () => {
      if (!editor.isDestroyed) layBeside(bubble, editor, from, to);
    };
    bubble.showPopover();
    lay();
    // Lines wrap anew, and grow, without anybody scrolling.
    return keepLaid(editor.view.dom, lay);
  }, [ref, editor, from, to]);
}

function layBeside(bubble: HTMLElement, { view, state }: Editor, from: number, to: number): void {
  const { size } = state.doc.content;
  const selection = posToDOMRect(view, Math.min(from, size), Math.min(to, size));
  putBeside(bubble, selection, { side: 'above', align: 'center', gap: 8 }, { top: barHeight() });
  const box = bubble.getBoundingClientRect();
  const isCovering = box.top < selection.bottom && box.bottom > selection.top;
  // A selection as large as the window leaves no room; keys still do all of it.
  bubble.classList.toggle(
    'is-without-room',
    isCovering && !bubble.contains(document.activeElement),
  );
}
