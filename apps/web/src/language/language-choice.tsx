import { useId } from 'react';

import { languages } from '@indelible/editor/words';

import { useWords } from '../words/use-words.ts';
import { languageNames } from './language.ts';
import { useLanguage } from './use-language.ts';

/** The languages as a line of words, each in its own. */
export function LanguageChoice() {
  const [language, choose] = useLanguage();
  const { choices } = useWords();
  const name = useId();
  return (
    <fieldset className="flex flex-wrap items-center gap-1 text-[0.9375rem] text-muted">
      <legend className="float-start me-2 py-1">{choices.language}</legend>
      {languages.map((option) => (
        <label
          key={option}
          lang={option}
          className="touch-target inline-flex cursor-pointer items-center justify-center rounded-ui px-2.5 has-checked:bg-accent-soft has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-focus hover:text-text"
        >
          <input
            type="radio"
            name={name}
            value={option}
            checked={language === option}
            onChange={() => choose(option)}
            className="sr-only"
          />
          {languageNames[option]}
        </label>
      ))}
    </fieldset>
  );
}
