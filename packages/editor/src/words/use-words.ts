import { useSyncExternalStore } from 'react';

import { onLanguage } from './dictionary.ts';
import { type EditorWords, words } from './words.ts';

/** The words in the language in use, for a component, which is drawn anew when another one is chosen. */
export const useWords = (): EditorWords => useSyncExternalStore(onLanguage, words);
