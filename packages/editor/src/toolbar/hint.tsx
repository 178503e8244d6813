import { cloneElement, type ReactElement, type ReactNode, useEffect } from 'react';

import { showHints } from '../controls/hints.ts';
import { type Shortcut, shortcutText } from './shortcut.ts';

interface HintProps {
  readonly label: string;
  readonly shortcut?: Shortcut;
  readonly children: ReactElement<{ 'data-hint'?: string; 'data-keys'?: string | undefined }>;
}

/** Says what an icon means, and its keys, to those who rest on it; its label says it to screen readers. */
export function Hint({ label, shortcut, children }: HintProps) {
  return cloneElement(children, {
    'data-hint': label,
    'data-keys': shortcut === undefined ? undefined : shortcutText(shortcut),
  });
}

/** Around everything that has hints: once one is open, its neighbours open at once. */
export function Hints({ children }: { readonly children: ReactNode }) {
  useEffect(joinHints, []);
  return children;
}

let users = 0;
let end = (): void => {};

/** However many parts of the page have hints, they are shown by one. */
function joinHints(): () => void {
  users += 1;
  if (users === 1) end = showHints(document.documentElement);
  return () => {
    users -= 1;
    if (users === 0) end();
  };
}
