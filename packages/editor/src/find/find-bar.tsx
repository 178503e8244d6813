import { CaseSensitive, ChevronDown, ChevronUp, Regex, Replace, WholeWord, X } from 'lucide-react';
import {
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';

import type { Desk } from '../desk/desk.ts';
import { useDesk } from '../desk/use-desk.ts';
import type { OpenEditor } from '../page/use-document-editor.ts';
import { ToolbarButton } from '../toolbar/toolbar-button.tsx';
import { useWords } from '../words/use-words.ts';
import { findWords } from './find-words.ts';
import { Find } from './find.ts';
import type { Query } from './query.ts';
import { ReplaceRow } from './replace-row.tsx';

interface FindBarProps {
  readonly desk: Desk;
  readonly open: OpenEditor;
  readonly editable: boolean;
}

const switches = [
  ['matchCase', CaseSensitive],
  ['wholeWords', WholeWord],
  ['isPattern', Regex],
] as const;

/** What was looked for last on this page. */
let last: Query = { words: '', matchCase: false, wholeWords: false, isPattern: false };

/** Finds and replaces in the document. Escape puts it away and goes to what was found. */
export function FindBar({ desk, open, editable }: FindBarProps) {
  const find = useFind(open);
  const field = useRef<HTMLInputElement>(null);
  const [query, look] = useQuery(find, open);
  const isReplacing = useDesk(desk, 'find') === 'replace' && editable;
  useEffect(() => field.current?.select(), []);
  const close = () => {
    desk.put({ find: 'closed' });
    open.editor.view.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = stepOf(event, field.current);
    if (event.key === 'Escape') close();
    else if (direction !== null) find?.step(direction);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { find: said } = useWords();
  return (
    // The keys are pressed in the fields inside, which have the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search className="ed-find" aria-label={said.label} onKeyDown={onKeyDown}>
      <div className="ed-find-row">
        <input
          ref={field}
          className="ed-input"
          type="text"
          aria-label={said.words}
          placeholder={said.words}
          autoComplete="off"
          spellCheck={false}
          value={query.words}
          onChange={(event) => look({ ...query, words: event.target.value })}
        />
        {switches.map(([name, icon]) => (
          <ToolbarButton
            key={name}
            label={said[name]}
            icon={icon}
            pressed={query[name]}
            onPress={() => look({ ...query, [name]: !query[name] })}
          />
        ))}
      </div>
      {isReplacing && <ReplaceRow find={find} />}
      <div className="ed-find-row">
        {find !== null && <Said find={find} />}
        <ToolbarButton
          label={said.previous}
          shortcut="Shift-Enter"
          icon={ChevronUp}
          onPress={() => find?.step(-1)}
        />
        <ToolbarButton
          label={said.next}
          shortcut="Enter"
          icon={ChevronDown}
          onPress={() => find?.step(1)}
        />
        {editable && (
          <ToolbarButton
            label={said.replace}
            icon={Replace}
            pressed={isReplacing}
            onPress={() => desk.put({ find: isReplacing ? 'find' : 'replace' })}
          />
        )}
        <ToolbarButton label={said.close} shortcut="Escape" icon={X} onPress={close} />
      </div>
    </search>
  );
}

function Said({ find }: { readonly find: Find }) {
  const view = useSyncExternalStore(find.subscribe, find.view);
  const isWrong = view.state === 'invalid' || view.state === 'slow' || view.state === 'failed';
  return (
    <output className={isWrong ? 'ed-find-count ed-refused' : 'ed-find-count'}>
      {findWords(view)}
    </output>
  );
}

/** In its field Enter goes on; F3 does so everywhere in the bar. */
function stepOf({ key, shiftKey, target, nativeEvent }: KeyboardEvent, field: Element | null) {
  const isStep = key === 'F3' || (key === 'Enter' && target === field && !nativeEvent.isComposing);
  if (!isStep) return null;
  return shiftKey ? -1 : 1;
}

function useFind(open: OpenEditor): Find | null {
  const source = useMemo(() => findSource(open), [open]);
  return useSyncExternalStore(source.subscribe, source.current);
}

/** A search that goes on as long as somebody is subscribed to it. */
function findSource(open: OpenEditor) {
  let find: Find | null = null;
  return {
    current: () => find,
    subscribe: (onChange: () => void) => {
      const opened = new Find(open);
      find = opened;
      onChange();
      return () => {
        find = null;
        opened.close();
      };
    },
  };
}

/** Begins with the words that are selected, or else with those of last time. */
function useQuery(find: Find | null, { editor }: OpenEditor) {
  const [query, setQuery] = useState(() => {
    const { empty, $from, $to, from, to } = editor.state.selection;
    const selected = empty || !$from.sameParent($to) ? '' : editor.state.doc.textBetween(from, to);
    if (selected.trim() === '') return last;
    return { ...last, words: selected, isPattern: false };
  });
  useEffect(() => {
    last = query;
    find?.look(query);
  }, [find, query]);
  return [query, setQuery] as const;
}
