import { useEffect, useMemo, useSyncExternalStore } from 'react';

import { emojiChoices } from '../emoji/emoji-choices.ts';
import type { Emoji } from '../emoji/emoji-list.ts';
import { emojiNow, fetchEmoji, onEmoji } from '../emoji/emoji-store.ts';
import type { Ask } from '../forms/ask.ts';
import type { NamedDocument, Titles } from '../mentions/library.ts';
import { mentionChoices } from '../mentions/mention-choices.ts';
import type { NamedPerson } from '../mentions/seen-people.ts';
import { blockChoices, RECENT_BLOCKS } from './block-choices.ts';
import type { Choice } from './choice.ts';
import { readRecents } from './recents.ts';
import type { Suggestion } from './suggestion.ts';

/** What menus choose from, beside what every document can hold. */
export interface ChoiceSources {
  readonly ask: Ask;
  /** Null where the app has no other documents. */
  readonly titles: Titles | null;
  readonly people: () => readonly NamedPerson[];
  /** This document, which is not mentioned in itself. */
  readonly self: string;
}

const NONE: readonly NamedDocument[] = [];

/** What fits what somebody types. */
export function useChoices(
  { trigger, typed, isAsked }: Suggestion,
  sources: ChoiceSources,
): Choice[] {
  const { ask, titles, people, self } = sources;
  const emoji = useEmoji(trigger === ':' && (isAsked || typed !== ''));
  const documents = useDocuments(trigger === '@' ? titles : null);
  return useMemo(() => {
    if (trigger === '/') return blockChoices(typed, readRecents(RECENT_BLOCKS), ask);
    if (trigger === ':') return emojiChoices(typed, isAsked, emoji);
    const others = documents.filter(({ id }) => id !== self);
    return mentionChoices(typed, people(), others);
  }, [trigger, typed, isAsked, ask, emoji, documents, people, self]);
}

function useDocuments(titles: Titles | null): readonly NamedDocument[] {
  useEffect(() => {
    // Who can't be asked just isn't; what is known is offered.
    void titles?.refresh().catch(() => undefined);
  }, [titles]);
  return useSyncExternalStore(
    (onChange) => titles?.subscribe(onChange) ?? (() => {}),
    () => titles?.listed ?? NONE,
  );
}

function useEmoji(isWanted: boolean): readonly Emoji[] {
  useEffect(() => {
    // Without them there is no menu, and a colon is a colon.
    if (isWanted) void fetchEmoji().catch(() => undefined);
  }, [isWanted]);
  return useSyncExternalStore(onEmoji, emojiNow);
}
