import { useSyncExternalStore } from 'react';

import { languageInUse, onLanguage } from '@indelible/editor/words';
import type { Language } from '@indelible/editor/words';

import { notifyFailure } from '../ui/notify.ts';
import { words } from '../words/words.ts';
import { chooseLanguage } from './language.ts';

/** The language in use and how to choose another. */
export const useLanguage = (): readonly [Language, (language: Language) => void] => [
  useSyncExternalStore(onLanguage, languageInUse),
  (language) => {
    chooseLanguage(language).catch(() => {
      const { couldNotSpeak, stays } = words().choices;
      void notifyFailure(couldNotSpeak, stays);
    });
  },
];
