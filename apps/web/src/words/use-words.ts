import { useSyncExternalStore } from 'react';

import { onLanguage } from '@indelible/editor/words';

import { type AppWords, words } from './words.ts';

/** The words in the language in use, for a component, which is drawn anew when another one is chosen. */
export const useWords = (): AppWords => useSyncExternalStore(onLanguage, words);
