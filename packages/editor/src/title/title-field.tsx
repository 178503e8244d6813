import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type * as Y from 'yjs';

import { MAX_TITLE_LENGTH } from '@indelible/document';

import { historyKey } from '../toolbar/shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { bindTitle } from './title-binding.ts';

interface TitleFieldProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly text: Y.Text;
  readonly history: Y.UndoManager;
  readonly editable: boolean;
  /** Enter, or the arrow down from the last line. */
  readonly onLeave: () => void;
}

/** The title: the largest line on the page, which wraps but never breaks. */
export function TitleField({ ref, text, history, editable, onLeave }: TitleFieldProps) {
  const { page } = useWords();
  const frame = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (ref.current === null) return undefined;
    return bindTitle({
      field: ref.current,
      text,
      history,
      // The frame repeats the text in a hidden layer, which gives the field its height.
      onShown: (title) => frame.current?.setAttribute('data-title', title),
    });
  }, [ref, text, history]);

  useEffect(() => {
    const field = ref.current;
    // React's onBeforeInput is another event; undo from the browser's menu comes as this one.
    const refuse = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      if (event.inputType === 'historyUndo') history.undo();
      else history.redo();
    };
    field?.addEventListener('beforeinput', refuse);
    return () => field?.removeEventListener('beforeinput', refuse);
  }, [ref, history]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = historyKey(event);
    if (step !== null) {
      event.preventDefault();
      if (step === 'undo') history.undo();
      else history.redo();
    } else if (event.key === 'Enter' || (event.key === 'ArrowDown' && leavesDownward(event))) {
      event.preventDefault();
      onLeave();
    }
  };

  return (
    <h1 className="ed-title" ref={frame}>
      <textarea
        ref={ref}
        rows={1}
        dir="auto"
        aria-label={page.title}
        placeholder={page.untitled}
        maxLength={MAX_TITLE_LENGTH}
        readOnly={!editable}
        spellCheck
        onKeyDown={onKeyDown}
      />
    </h1>
  );
}

function leavesDownward(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  if (event.shiftKey || event.altKey || event.metaKey || event.ctrlKey) return false;
  const field = event.currentTarget;
  const atEnd = field.selectionEnd === field.value.length;
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight);
  return atEnd || field.clientHeight < lineHeight * 1.5;
}
