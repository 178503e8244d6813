import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

import { type Shortcut, shortcutText } from './shortcut.ts';

interface HintProps {
  readonly label: string;
  readonly shortcut?: Shortcut;
  readonly children: ReactNode;
}

/** Says what an icon means, and its keys, to those who rest on it; its label says it to screen readers. */
export function Hint({ label, shortcut, children }: HintProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="ed-hint" sideOffset={6} collisionPadding={8}>
          {label}
          {shortcut !== undefined && <kbd>{shortcutText(shortcut)}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** Around everything that has hints: once one is open, its neighbours open at once. */
export function Hints({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200} disableHoverableContent>
      {children}
    </Tooltip.Provider>
  );
}
