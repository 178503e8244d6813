import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';

import { isFromYjs } from '../binding/is-from-yjs.ts';

/** Letters that open a menu where they are typed. */
const TRIGGERS = ['/', ':', '@'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Keyboards of other scripts type wider ones. */
const WIDE: Readonly<Record<string, Trigger>> = { '／': '/', '＠': '@' };

/** What somebody is typing in order to choose from a menu. */
export interface Suggestion {
  readonly trigger: Trigger;
  /** Where the trigger is. */
  readonly from: number;
  /** Where the caret is. */
  readonly to: number;
  /** What follows the trigger. */
  readonly typed: string;
  /** It was asked for, and not just typed. */
  readonly isAsked: boolean;
}

/** Longer words name nothing. */
const MAX_TYPED = 40;

const CLOSE = 'close';
const ASK = 'ask';

const suggestionKey = new PluginKey<Suggestion | null>('suggestion');

/** What is being typed for a menu at the caret; null if nothing is. */
export const suggestionOf = ({ state }: Editor): Suggestion | null =>
  suggestionKey.getState(state) ?? null;

/** Ends a suggestion; what was typed stays as it is. */
export function closeSuggestion({ view }: Editor): void {
  view.dispatch(view.state.tr.setMeta(suggestionKey, CLOSE));
}

/** Types a trigger at the caret and opens its menu. */
export function askFor({ view }: Editor, trigger: Trigger): void {
  const before = textBefore(view.state);
  if (before === null) return;
  // It opens at the start of a word only.
  if (/\S$/.test(before)) view.dispatch(view.state.tr.insertText(' '));
  const { tr } = view.state;
  view.dispatch(tr.insertText(trigger).setMeta(suggestionKey, ASK).scrollIntoView());
  view.focus();
}

/** What an open menu does with a key; true if it has taken it. */
type Press = (event: KeyboardEvent) => boolean;

/** Where keys that are pressed in the text find the menu that is open. */
export interface MenuKeys {
  readonly press: Press;
  /** @returns a function that ends it. */
  readonly listen: (press: Press) => () => void;
}

export function createMenuKeys(): MenuKeys {
  let listener: Press | null = null;
  return {
    press: (event) => listener !== null && listener(event),
    listen: (press) => {
      listener = press;
      return () => {
        if (listener === press) listener = null;
      };
    },
  };
}

/** Notices when somebody types for a menu; the menu itself is drawn by the page. */
export function suggestions(keys: MenuKeys) {
  return Extension.create({
    name: 'suggestions',
    // Before the keys that move the caret or make a new line.
    priority: 1100,
    addProseMirrorPlugins: () => [suggestionPlugin(keys)],
  });
}

function suggestionPlugin(keys: MenuKeys): Plugin {
  return new Plugin<Suggestion | null>({
    key: suggestionKey,
    state: {
      init: () => null,
      apply: (tr, open, before, after) => {
        if (tr.getMeta(suggestionKey) === CLOSE) return null;
        if (open !== null) return followed(open, tr, after);
        if (!tr.docChanged || isFromYjs(tr)) return null;
        const fresh = opened(before, after);
        return fresh && { ...fresh, isAsked: tr.getMeta(suggestionKey) === ASK };
      },
    },
    props: {
      // A key that belongs to an input method is none of the menu's.
      handleKeyDown: (view, event) => !event.isComposing && !view.composing && keys.press(event),
      handleDOMEvents: {
        blur: (view) => {
          if (suggestionKey.getState(view.state) === null) return;
          view.dispatch(view.state.tr.setMeta(suggestionKey, CLOSE));
        },
      },
    },
  });
}

/** A trigger that has just been typed, at the start of a word. */
function opened(before: EditorState, after: EditorState): Suggestion | null {
  const { $from, empty } = after.selection;
  const [text, former] = [textBefore(after), textBefore(before)];
  if (!empty || text === null || former === null || text.length !== former.length + 1) return null;
  const typed = text.slice(-1);
  const trigger = TRIGGERS.find((one) => one === typed) ?? WIDE[typed];
  const isAtWord = /(?:^|[\s([{"'“„‘«\uFFFC])$/u.test(text.slice(0, -1));
  if (trigger === undefined || !isAtWord || !text.startsWith(former)) return null;
  return { trigger, from: $from.pos - 1, to: $from.pos, typed: '', isAsked: false };
}

/** The text of the block up to the caret, a letter for each position; null where no menu may open. */
function textBefore({ selection: { $from }, storedMarks }: EditorState): string | null {
  const { parent, parentOffset } = $from;
  const marks = storedMarks ?? $from.marks();
  const isCode = parent.type.spec.code === true || marks.some(({ type }) => type.spec.code);
  if (!parent.isTextblock || isCode) return null;
  return parent.textBetween(0, parentOffset, undefined, '\uFFFC');
}

function followed(open: Suggestion, tr: Transaction, after: EditorState): Suggestion | null {
  const { $from, empty, from: to } = after.selection;
  // What came from others is drawn anew as a whole; the caret alone is where it was among its letters.
  const from = isFromYjs(tr) ? to - (open.to - open.from) : tr.mapping.map(open.from);
  const text = textBefore(after);
  if (!empty || text === null || from < $from.start() || to <= from) return null;
  const between = text.slice(from - $from.start());
  const first = between.charAt(0);
  if ((WIDE[first] ?? first) !== open.trigger) return null;
  const typed = between.slice(1);
  if (typed.length > MAX_TYPED || /^\s|\s\s$/.test(typed)) return null;
  return { ...open, from, to, typed };
}
