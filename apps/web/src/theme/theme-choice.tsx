import { useId } from 'react';

import { useWords } from '../words/use-words.ts';
import { themes } from './theme.ts';
import { useTheme } from './use-theme.ts';

/** The three themes as a line of words. */
export function ThemeChoice() {
  const [theme, choose] = useTheme();
  const { choices } = useWords();
  const name = useId();
  return (
    <fieldset className="flex flex-wrap items-center gap-1 text-[0.9375rem] text-muted">
      <legend className="float-start me-2 py-1">{choices.appearance}</legend>
      {themes.map((option) => (
        <label
          key={option}
          className="touch-target inline-flex cursor-pointer items-center rounded-ui px-2.5 has-checked:bg-accent-soft has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-focus hover:text-text"
        >
          <input
            type="radio"
            name={name}
            value={option}
            checked={theme === option}
            onChange={() => choose(option)}
            className="sr-only"
          />
          {choices.themes[option]}
        </label>
      ))}
    </fieldset>
  );
}
