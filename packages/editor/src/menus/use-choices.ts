import { useMemo } from 'react';

import type { Ask } from '../forms/ask.ts';
import { blockChoices, RECENT_BLOCKS } from './block-choices.ts';
import type { Choice } from './choice.ts';
import { readRecents } from './recents.ts';
import type { Suggestion } from './suggestion.ts';

/** What menus choose from, beside what every document can hold. */
export interface ChoiceSources {
  readonly ask: Ask;
}

/** What fits what somebody types. */
export function useChoices({ trigger, typed }: Suggestion, { ask }: ChoiceSources): Choice[] {
  return useMemo(
    () => (trigger === '/' ? blockChoices(typed, readRecents(RECENT_BLOCKS), ask) : []),
    [trigger, typed, ask],
  );
}
