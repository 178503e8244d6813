import { X } from 'lucide-react';

import { shortcutText } from '@indelible/editor/desk';

import { IconButton } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { Sheet } from './sheet.tsx';

/** Keys that belong together: each with what it does. */
export interface ShortcutGroup {
  readonly label: string;
  readonly keys: readonly (readonly [name: string, shortcut: string])[];
}

interface ShortcutSheetProps {
  readonly groups: readonly ShortcutGroup[];
  readonly onClose: () => void;
}

/** The keys there are, in the words of this machine's keyboard. */
export function ShortcutSheet({ groups, onClose }: ShortcutSheetProps) {
  const { palette: said } = useWords();
  return (
    <Sheet label={said.shortcuts} onClose={onClose} className="shortcuts">
      <div className="shortcuts-head">
        <h2>{said.shortcuts}</h2>
        <IconButton label={said.close} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      {/* With the focus in it the keys for reading on work. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div tabIndex={0} className="shortcuts-groups">
        {groups.map((group) => (
          <section key={group.label} aria-label={group.label}>
            <h3>{group.label}</h3>
            <dl>
              {group.keys.map(([name, shortcut]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <kbd>{shortcutText(shortcut)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
