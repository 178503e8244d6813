import { useState } from 'react';

import { chooseTheme, chosenTheme } from './theme.ts';
import type { Theme } from './theme.ts';

/** The chosen theme and how to choose another. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(chosenTheme);
  return [
    theme,
    (next) => {
      chooseTheme(next);
      setTheme(next);
    },
  ];
}
