import type { Editor } from '@tiptap/core';
import { useEffect, useId, useMemo, useRef, useState } from 'react';

import { onWindowMoves, putBeside } from '../controls/put-beside.ts';
import { emojiWritten } from '../emoji/emoji-choices.ts';
import { emojiNow } from '../emoji/emoji-store.ts';
import { useWords } from '../words/use-words.ts';
import type { Choice } from './choice.ts';
import { Listbox, optionId } from './listbox.tsx';
import { closeSuggestion, type MenuKeys, type Suggestion, suggestionOf } from './suggestion.ts';
import { type ChoiceSources, useChoices } from './use-choices.ts';

interface SuggestionMenuProps {
  readonly editor: Editor;
  readonly keys: MenuKeys;
  readonly suggestion: Suggestion;
  readonly sources: ChoiceSources;
}

/** The menu of what somebody types for; gone while nothing fits. */
export function SuggestionMenu({ editor, keys, suggestion, sources }: SuggestionMenuProps) {
  const choices = useChoices(suggestion, sources);
  if (choices.length === 0) return null;
  return <OpenMenu editor={editor} keys={keys} suggestion={suggestion} choices={choices} />;
}

interface OpenMenuProps extends Omit<SuggestionMenuProps, 'sources'> {
  readonly choices: readonly Choice[];
}

function OpenMenu({ editor, keys, suggestion, choices }: OpenMenuProps) {
  const id = useId();
  const [pointed, setPointed] = useState({ typed: suggestion.typed, index: 0 });
  // Whenever something else is typed, the best is first again.
  const index = pointed.typed === suggestion.typed ? pointed.index : 0;
  const active = Math.min(index, choices.length - 1);
  const point = (to: number) => setPointed({ typed: suggestion.typed, index: to });
  const choose = (choice: Choice | undefined) => {
    if (choice !== undefined) take(editor, choice);
  };
  const takeWritten = ({ trigger, typed }: Suggestion): boolean => {
    const written = trigger === ':' ? emojiWritten(typed, emojiNow()) : null;
    if (written !== null) take(editor, written);
    return written !== null;
  };
  useEffect(() =>
    keys.listen((event) => {
      const next = activeAfter(event, active, choices.length);
      if (next !== null) point(next);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(choices[active]);
      else if (event.key === 'Escape') closeSuggestion(editor);
      else return event.key === ':' && takeWritten(suggestion);
      return true;
    }),
  );
  useTextPointsTo(editor, id, optionId(id, active));
  const popup = useLaidBeside(editor, suggestion.from, choices.length);
  return (
    <div ref={popup} popover="manual" className="ed-menu ed-suggestions">
      <Listbox
        id={id}
        label={useWords().menus.label[suggestion.trigger]}
        choices={choices}
        active={active}
        onPoint={point}
        onChoose={choose}
      />
    </div>
  );
}

/** What was typed for the menu goes, and what is chosen comes in its place. */
function take(editor: Editor, choice: Choice): void {
  const suggestion = suggestionOf(editor);
  if (suggestion === null) return;
  const { from, to } = suggestion;
  editor.view.dispatch(editor.state.tr.delete(from, to).scrollIntoView());
  choice.choose(editor);
}

function activeAfter(event: KeyboardEvent, active: number, count: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  switch (event.key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active - 1 + count) % count;
    case 'PageDown':
      return Math.min(active + 8, count - 1);
    case 'PageUp':
      return Math.max(active - 8, 0);
    default:
      return null;
  }
}

/** Says to screen readers, which stay in the text, what Enter would take. */
function useTextPointsTo(editor: Editor, list: string, option: string): void {
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', list);
    dom.setAttribute('aria-activedescendant', option);
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, list, option]);
}

/** Shows an element below a place in the text, and keeps it there. */
function useLaidBeside(editor: Editor, position: number, count: number) {
  const popup = useRef<HTMLDivElement>(null);
  const lay = useMemo(
    () => () => {
      const element = popup.current;
      if (element === null || editor.isDestroyed) return;
      const place = editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size));
      putBeside(element, place, { side: 'below', align: 'start', gap: 6 });
    },
    [editor, position],
  );
  useEffect(() => {
    popup.current?.showPopover();
    return onWindowMoves(lay);
  }, [lay]);
  useEffect(lay, [lay, count]);
  return popup;
}
